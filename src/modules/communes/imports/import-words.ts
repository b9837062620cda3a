import type { FetchRefusal } from '#platform/files/fetch-file.ts'
import type { ContentRefusal } from '#platform/files/read-content.ts'
import type { MappingRefusal } from './column-mapping.ts'
import type { Outcome } from './finding.ts'
import type { Format } from './formats.ts'
import type { RunRefusal } from './import.ts'
import type { RefusalReason, SetAsideReason } from './observation.ts'
import type { ReadingRefusal } from './read-file.ts'

export const formatNames: Record<Format, string> = {
  dpnt: 'DPNT : présence numérique des territoires (ANCT)',
  dila: 'Annuaire de Service-Public (DILA)',
  'rne-mayors': 'Répertoire national des élus : maires',
  contours: 'Contours de communes (GeoJSON ou TopoJSON)',
  columns: 'Autre tableau (CSV ou ODS)',
}

/** Why a whole file cannot be read, and what to do about it. */
export const fileRefusals: Record<
  ContentRefusal | ReadingRefusal | MappingRefusal | 'unknown-format',
  string
> = {
  empty: 'Ce fichier est vide. Téléchargez-le de nouveau, puis déposez-le ici.',
  'too-large':
    'Ce fichier dépasse la limite de 200 Mo une fois décompressé. Prenez l’extrait d’un seul département, ou supprimez les colonnes inutiles.',
  truncated:
    'Ce fichier compressé est incomplet : le téléchargement a été coupé. Téléchargez-le de nouveau, puis déposez-le ici.',
  damaged:
    'Ce fichier est abîmé et ne s’ouvre pas. Téléchargez-le de nouveau ; s’il vient d’un tableur, enregistrez-le en ODS ou en CSV.',
  pdf: 'Ce fichier est un PDF : on ne peut pas en lire les lignes. Demandez le tableau d’origine (CSV ou ODS).',
  image: 'Ce fichier est une image. Demandez le tableau d’origine (CSV ou ODS).',
  xlsx: 'Ce fichier est un classeur Excel. Ouvrez-le avec LibreOffice, enregistrez-le en ODS ou en CSV, puis déposez-le ici.',
  xls: 'Ce fichier est un ancien classeur Excel. Ouvrez-le avec LibreOffice, enregistrez-le en ODS ou en CSV, puis déposez-le ici.',
  zip: 'Ce fichier est une archive ZIP. Ouvrez-la et déposez le fichier CSV, JSON ou ODS qu’elle contient.',
  bzip2: 'Ce fichier est une archive BZIP2. Ouvrez-la et déposez le fichier CSV ou JSON qu’elle contient.',
  html: 'Ce fichier est une page web, sans doute une page de connexion ou d’erreur. Prenez l’adresse du fichier lui-même.',
  binary: 'Ce fichier n’est ni un CSV, ni un JSON, ni un ODS. Choisissez l’un de ces formats.',
  'unclosed-quote':
    'Un guillemet ouvert n’est jamais refermé dans ce CSV : il est sans doute coupé. Téléchargez-le de nouveau ou corrigez-le dans un tableur.',
  'invalid-json':
    'Ce fichier JSON est incomplet ou mal formé. Téléchargez-le de nouveau, puis déposez-le ici.',
  'no-rows': 'Ce fichier n’a que des titres de colonnes : aucune ligne à lire.',
  'nothing-read':
    'Ce fichier ne contient aucun enregistrement du format choisi. Vérifiez le format ou le fichier.',
  'missing-column':
    'Il manque dans ce fichier une colonne que ce format exige. Choisissez « Autre tableau » et dites ce que contient chaque colonne.',
  'unknown-format':
    'Ce fichier JSON n’est d’aucun format connu. Déposez un fichier DPNT, DILA, RNE, des contours, ou un tableau CSV ou ODS.',
  'absent-column': 'Une des colonnes choisies n’existe pas dans ce fichier. Choisissez-la de nouveau.',
  'no-commune-column':
    'Dites quelle colonne désigne la commune : son code INSEE, son SIREN, ou son nom avec le code postal.',
  'nothing-to-import':
    'Dites quelle colonne contient au moins une coordonnée : courriel, téléphone, site, adresse ou maire.',
  'address-without-postal-code':
    'Une adresse se poste avec son code postal : dites quelle colonne le contient.',
}

/** Why one row, or one cell of it, is left out. */
export const rowReasons: Record<
  RefusalReason | SetAsideReason | 'opposed' | 'opposed-confirmed' | 'confirmed',
  string
> = {
  'wrong-cell-count': 'La ligne n’a pas le même nombre de cellules que les titres',
  'not-a-record': 'L’enregistrement n’est pas un objet',
  'no-commune-code': 'Aucun code de commune',
  'unknown-commune': 'Commune inconnue',
  'former-commune': 'Ce code n’existe plus',
  'ambiguous-commune': 'Plusieurs communes portent ce nom : ajoutez le code INSEE',
  'not-an-email': 'Ce n’est pas une adresse de courriel',
  'not-a-phone': 'Ce n’est pas un numéro de téléphone',
  'not-a-web-address': 'Ce n’est pas l’adresse d’un site',
  'incomplete-address': 'Adresse sans code postal ou sans ville',
  'incomplete-name': 'Nom ou prénom manquant',
  'not-a-contour': 'Ce n’est pas un contour (polygone)',
  'not-wgs84': 'Contour hors des longitudes et latitudes (WGS84)',
  'already-in-file': 'Une autre ligne du fichier dit déjà autre chose',
  'older-than-known': 'Plus ancien que ce qui est connu',
  'not-a-commune': 'Pas une commune',
  'not-a-town-hall': 'Pas une mairie',
  'not-a-mayor': 'Pas un maire',
  'no-siret': 'Ligne sans SIRET',
  confirmed: 'Dit de nouveau, à une date plus récente',
  opposed: 'En opposition : enregistrée, rien ne lui sera écrit',
  'opposed-confirmed': 'En opposition : dite de nouveau, rien ne lui sera écrit',
}

export const outcomeNames: Record<Outcome, string> = {
  add: 'À ajouter',
  change: 'À modifier',
  close: 'À clore',
  unchanged: 'Inchangées',
  refused: 'Refusées',
  'set-aside': 'Laissées de côté',
}

/** The same once it is done. */
export const doneNames: Record<Outcome, string> = {
  ...outcomeNames,
  add: 'Ajoutées',
  change: 'Modifiées',
  close: 'Closes',
}

const fieldNames: Record<string, string> = {
  row: 'ligne',
  insee: 'commune',
  email: 'courriel',
  phone: 'téléphone',
  website: 'site',
  address: 'adresse',
  mayor: 'maire',
  contour: 'contour',
}

export const fieldName = (field: string) => fieldNames[field] ?? field

/** The sentence of a reason; one that is not ours is shown as it is. */
export const reasonSentence = (reason: string) => {
  const sentences: Record<string, string> = rowReasons
  return sentences[reason] ?? reason
}

/** Why an address gives no file, and what to do about it. */
export const fetchRefusals: Record<Exclude<FetchRefusal, 'too-large'>, string> = {
  'not-a-web-address':
    'Cette adresse n’est pas celle d’un fichier du web : elle commence par https:// ou http://.',
  'private-address':
    'Cette adresse mène à cette machine ou à son réseau : Beffroi n’y prend pas de fichier. Téléchargez-le, puis déposez-le ici.',
  'unknown-host': 'Ce site est introuvable. Vérifiez l’adresse, ou la connexion de cette machine à Internet.',
  'too-many-redirects': 'Cette adresse renvoie sans fin vers une autre. Prenez celle du fichier lui-même.',
  'too-slow':
    'Le site a mis plus de cinq minutes à donner le fichier. Recommencez plus tard, ou téléchargez-le puis déposez-le ici.',
  unreachable: 'Le site ne répond pas. Recommencez plus tard, ou téléchargez le fichier puis déposez-le ici.',
  'not-found': 'Le site répond qu’il n’y a rien à cette adresse. Cherchez la nouvelle adresse du fichier.',
  forbidden: 'Le site refuse de donner ce fichier sans mot de passe. Téléchargez-le, puis déposez-le ici.',
  'server-error': 'Le site répond par une erreur. Recommencez plus tard.',
}

/** Why a checked import does not run. */
export const runRefusals: Record<RunRefusal, string> = {
  'already-run': 'Cet import est déjà fait ou en cours.',
  'not-checked': 'Le fichier n’est pas encore vérifié.',
  'nothing-to-import': 'Ce fichier ne change rien : tout ce qu’il dit est déjà connu.',
  'fewer-than-before':
    'Ce fichier parle de moins de la moitié des communes dont cette source parlait. S’il est complet, dites-le avant d’importer.',
}
