/**
 * The words by which somebody asks to be left alone, in what they wrote themselves; undefined when there are none. It is
 * proposed to a reader as one gesture, never done by the program.
 */
export function stopWordsIn(meant: string): string | undefined {
  const sentences = meant
    .slice(0, 4000)
    .split(/[\n.!?;]+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  return sentences.find((sentence) => requests.some((request) => request.test(plain(sentence))))
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’']/g, ' ')
    .toLowerCase()

const requests = [
  /^\W*(?:stop|desinscription|desinscrire|desabonnement|unsubscribe)\b(?!.{25,})/,
  /\b(?:desinscri|desabonn)/,
  /\bne (?:plus|pas) (?:nous |m |me )?(?:re)?(?:ecrire|contacter|solliciter|envoyer|adresser|demarcher|relancer|importuner)\b/,
  /\bne (?:nous |m |me )?(?:ecrivez|contactez|sollicitez|envoyez|adressez|relancez|importunez) (?:plus|pas)\b/,
  /\b(?:ne )?(?:souhait|voul|desir)\w+ (?:plus|pas) (?:recevoir|etre (?:contacte|sollicite|demarche|relance|destinataire)|figurer)/,
  /\bplus (?:recevoir|etre destinataires?)\b.{0,60}\b(?:mail|message|courrier|courriel|envoi|publicit|sollicitation|part)/,
  /\b(?:retir|ray|supprim|enlev|effac)\w*\b.{0,50}\b(?:liste|fichier|base|adresse|coordonnees|annuaire|diffusion)/,
  /\b(?:arret|cess)\w*\b.{0,30}\b(?:envoi|mail|courriel|message|courrier|ecrire|solliciter)/,
  /\b(?:m |nous )oppos(?:e|ons)\b/,
]
