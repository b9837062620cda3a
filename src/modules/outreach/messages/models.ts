import type { Message } from './message.ts'

/** A text to start from, written for this project; the author makes it theirs. */
export type MessageModel = Message & {
  readonly id: 'first-letter' | 'first-email' | 'reminder' | 'census-invitation'
  readonly title: string
}

const firstLetter: MessageModel = {
  id: 'first-letter',
  title: 'La première lettre',
  subject: 'Des logiciels libres pour la mairie {{de_commune}}',
  body: `
{{civilite_maire}},

Au fronton de votre mairie, trois mots. Le logiciel libre les prend au sérieux. **Liberté** : votre commune utilise, étudie et adapte ses outils sans demander la permission. **Égalité** : le plus petit village a droit aux mêmes logiciels qu'une métropole, sans licence à payer. **Fraternité** : ce qu'une mairie améliore, toutes les autres le reçoivent.

Décider où sont rangées les données des habitants, dans quel format elles s'ouvriront dans vingt ans, qui peut réparer l'outil : c'est déjà une stratégie numérique. Elle appartient au conseil municipal, quelle que soit la taille de la commune.

Pour vous y aider, deux organismes se sont associés : {{operateur}} et {{association}}. Nous proposons à la mairie {{de_commune}} :

- un échange avec un référent, pour partir de vos besoins et non d'un catalogue ;
- des logiciels éprouvés, déjà en service dans des mairies voisines ;
- l'accompagnement de la mise en place, la formation et l'assistance ;
- la liste des entreprises de la région qui savent les installer.

Rien ne vous engage. Une minute suffit pour nous répondre, avec le code ci-dessous ; vous pouvez aussi nous joindre : {{contact_operateur}}.

Nous vous prions d'agréer, {{civilite_maire}}, l'expression de notre considération distinguée.

{{mentions_legales}}
`,
}

const firstEmail: MessageModel = {
  id: 'first-email',
  title: 'Le premier courriel',
  subject: 'Des logiciels libres pour la mairie {{de_commune}}',
  body: `
Bonjour,

Deux organismes, {{operateur}} et {{association}}, aident ensemble les petites mairies à se servir de **logiciels libres** : des outils que la commune peut utiliser, comprendre et garder, sans licence à payer et sans dépendre d'un seul fournisseur.

Nous écrivons à la mairie {{de_commune}} pour savoir ce qui vous serait utile :

- ranger et partager les fichiers du secrétariat ;
- tenir le cimetière, les salles ou les listes de l'école ;
- donner une seconde vie à de vieux ordinateurs ;
- transmettre les actes à la préfecture.

Un référent vous rappelle, part de vos besoins et vous dit ce que d'autres communes utilisent déjà. Rien ne vous engage.

[Répondre pour la mairie {{de_commune}}]({{lien_reponse}})

Le lien ci-dessus porte le code de votre mairie : {{code}}. Il permet d'être rappelé, de décrire un besoin, de remettre à plus tard ou de ne plus recevoir de message.

Pour parler à quelqu'un : {{contact_operateur}}.

Bien cordialement,

Pour {{operateur}} et {{association}}

{{mentions_legales}}
`,
}

const reminder: MessageModel = {
  id: 'reminder',
  title: 'La relance',
  subject: 'La mairie {{de_commune}} et les logiciels libres : votre avis nous importe',
  body: `
{{civilite_maire}},

Nous avons écrit il y a quelques semaines à la mairie {{de_commune}} au sujet des logiciels libres. Sans nouvelles de votre part, nous nous permettons de revenir vers vous, une seule fois.

Votre réponse nous est utile, même si elle est négative. Quatre choix, une minute :

- **Rappelez-moi** : un référent vous téléphone au moment qui vous convient.
- **Voici notre besoin** : une phrase suffit, dans vos mots.
- **Pas maintenant** : nous en prenons note.
- **Ne plus m'écrire** : c'est fait le jour même.

[Répondre pour la mairie {{de_commune}}]({{lien_reponse}})

Le code de votre mairie est {{code}}. Vous pouvez aussi nous joindre directement : {{contact_operateur}}.

Veuillez agréer, {{civilite_maire}}, l'expression de nos salutations distinguées.

{{mentions_legales}}
`,
}

const censusInvitation: MessageModel = {
  id: 'census-invitation',
  title: 'L’invitation au recensement des entreprises',
  subject: 'Votre entreprise dans l’annuaire des logiciels libres pour les communes : {{entreprise}}',
  body: `
Bonjour,

{{operateur}} et {{association}} tiennent un annuaire public : pour chaque besoin d'une mairie, les logiciels libres qui y répondent, les communes qui s'en servent, et les entreprises qui savent les installer, les héberger, y former ou les dépanner.

**{{entreprise}}** y a une page, avec un nom et des coordonnées, rien de plus. Ils viennent de cette source publique : {{source_adresse}}. Nous n'avons rien supposé de ce que vous faites : tant que vous ne le dites pas vous-même, aucune commune ne vous y trouvera pour un besoin.

Cinq minutes suffisent, sans rien payer :

- prendre votre page en main, avec votre numéro SIREN et votre propre boîte électronique ;
- dire les logiciels et les besoins que vous servez, de quelle manière, et où ;
- citer des communes qui ont travaillé avec vous : elles confirment, et cela compte.

[Prendre en main la page de mon entreprise]({{page_entreprise}})

L'ordre des entreprises est calculé par une règle publiée, la même pour toutes ; aucune place ne s'achète, et chacun peut la vérifier.

Si une information est fausse, si vous ne voulez plus qu'on vous écrive, ou si vous préférez ne pas figurer dans l'annuaire, dites-le en une minute, avec le code {{code}} : [répondre à cette invitation]({{lien_reponse}}).

Pour parler à quelqu'un : {{contact_operateur}}.

Bien cordialement,

Pour {{operateur}} et {{association}}

{{mentions_legales}}
`,
}

/** The models a new programme finds: the letter, the e-mail, the reminder, the invitation of companies. */
export const models: readonly MessageModel[] = [firstLetter, firstEmail, reminder, censusInvitation].map(
  (model) => ({
    ...model,
    body: model.body.trimStart(),
  }),
)

/** Whether a message speaks of a company: its preview is then that of one. */
export const isForCompanies = ({ subject, body }: Message) =>
  /\{\{\s*(entreprise|page_entreprise|source_adresse)\s*\}\}/.test(`${subject}\n${body}`)
