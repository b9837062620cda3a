import { type Block, type Inline, type Message, readBody, readSubject } from './message.ts'
import { isVariable, legalNoticeVariable, type MessageValues, nearestVariable } from './variables.ts'

type ProblemKind =
  | 'empty-subject'
  | 'empty-body'
  | 'too-long'
  | 'unsafe-markup'
  | 'unknown-variable'
  | 'broken-variable'
  | 'empty-variable'
  | 'missing-legal-block'
  | 'misplaced-legal-block'

/** What keeps a message from being sent, said in French to its author. `line` counts from 1 in the body. */
export type MessageProblem = {
  readonly kind: ProblemKind
  readonly part: 'subject' | 'body'
  readonly line?: number
  readonly name?: string
  readonly suggestion?: string
  readonly sentence: string
}

const longestSubject = 150
const longestBody = 12_000

/**
 * Everything wrong with a message; nothing when it may leave. With the values of a town hall, also the variables that
 * would be empty for it.
 */
export function checkMessage(message: Message, values?: MessageValues): readonly MessageProblem[] {
  const subject = readSubject(message.subject)
  const { blocks, unsafe } = readBody(message.body)

  return [
    ...checkLengths(message),
    ...unsafe.map(({ line, what }) => ({
      kind: 'unsafe-markup' as const,
      part: 'body' as const,
      line,
      sentence: `Ligne ${line} : le message contient ${what}, qui ne peut pas partir en lettre. Écrivez-le en texte.`,
    })),
    ...checkLegalBlock(blocks),
    ...subject.flatMap((inline) => checkInline(inline, 'subject', values)),
    ...blocks.flatMap(inlinesIn).flatMap((inline) => checkInline(inline, 'body', values)),
  ]
}

function checkLengths({ subject, body }: Message): MessageProblem[] {
  const problems: MessageProblem[] = []
  if (subject.trim() === '') {
    problems.push({
      kind: 'empty-subject',
      part: 'subject',
      sentence: 'L’objet est vide : écrivez-le en une ligne.',
    })
  }
  if (body.replace(/\{\{\s*mentions_legales\s*\}\}/g, '').trim() === '') {
    problems.push({
      kind: 'empty-body',
      part: 'body',
      sentence: 'Le message est vide : écrivez son texte, ou partez d’un modèle.',
    })
  }
  if (subject.length > longestSubject) {
    problems.push({
      kind: 'too-long',
      part: 'subject',
      sentence: `L’objet compte ${subject.length} caractères : tenez-le en ${longestSubject}.`,
    })
  }
  if (body.length > longestBody) {
    problems.push({
      kind: 'too-long',
      part: 'body',
      sentence: `Le message compte ${body.length} caractères : tenez-le en ${longestBody}.`,
    })
  }

  return problems
}

function checkLegalBlock(blocks: readonly Block[]): MessageProblem[] {
  if (blocks.some(({ type }) => type === 'legal-notice')) return []

  const sentence =
    'Les mentions légales manquent : ajoutez {{mentions_legales}}, seul sur une ligne, à la fin du message.'
  return [{ kind: 'missing-legal-block', part: 'body', sentence }]
}

function inlinesIn(block: Block): readonly Inline[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.children
  if (block.type === 'list') return block.items.flat().flatMap(inlinesIn)
  if (block.type === 'quote') return block.children.flatMap(inlinesIn)
  return []
}

function checkInline(inline: Inline, part: 'subject' | 'body', values?: MessageValues): MessageProblem[] {
  if (inline.type === 'strong' || inline.type === 'emphasis') {
    return inline.children.flatMap((child) => checkInline(child, part, values))
  }
  if (inline.type === 'link')
    return [...inline.url, ...inline.children].flatMap((child) => checkInline(child, part, values))
  if (inline.type === 'text' && /\{\{|\}\}/.test(inline.text)) {
    const sentence = `Une variable est mal fermée près de « ${excerpt(inline.text)} » : elle s’écrit {{commune}}.`
    return [{ kind: 'broken-variable', part, sentence }]
  }
  if (inline.type !== 'variable') return []

  return checkVariable(inline.name, part, inline.line, values)
}

function checkVariable(
  name: string,
  part: 'subject' | 'body',
  line: number,
  values?: MessageValues,
): MessageProblem[] {
  const where = part === 'subject' ? 'Objet' : `Ligne ${line}`
  if (name === legalNoticeVariable) {
    const sentence = `${where} : {{mentions_legales}} doit être seul sur sa ligne, dans le corps du message.`
    return [{ kind: 'misplaced-legal-block', part, line, name, sentence }]
  }
  if (!isVariable(name)) {
    const suggestion = nearestVariable(name)
    const advice = suggestion ? `Vouliez-vous {{${suggestion}}} ?` : 'Choisissez-la dans la liste.'
    const sentence = `${where} : la variable {{${name}}} n’existe pas. ${advice}`
    return [{ kind: 'unknown-variable', part, line, name, suggestion, sentence }]
  }
  if (values && values[name].trim() === '') {
    const sentence = ofSender.has(name)
      ? `${where} : {{${name}}} est vide. Complétez les coordonnées de l’organisme, ou retirez la variable.`
      : ofCompanies.has(name) || values.commune === ''
        ? `${where} : {{${name}}} est vide pour ${values.commune || values.entreprise}. Cette variable est faite pour ${values.commune === '' ? 'une mairie' : 'une entreprise'} : retirez-la.`
        : `${where} : {{${name}}} est vide pour ${values.commune}. Complétez la fiche de la commune, ou retirez la variable.`
    return [{ kind: 'empty-variable', part, line, name, sentence }]
  }

  return []
}

// What is the same for every town hall: it is not the commune that lacks something.
const ofSender = new Set<string>(['operateur', 'association', 'contact_operateur'])

// What speaks of a company alone: no town hall has it.
const ofCompanies = new Set<string>(['entreprise', 'page_entreprise', 'source_adresse'])

function excerpt(text: string) {
  const start = Math.max(0, text.search(/\{\{|\}\}/) - 15)
  return text.slice(start, start + 40).trim()
}
