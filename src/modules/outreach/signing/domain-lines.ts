/** What the names directory says of the sending domain. */
export type DomainFacts = {
  readonly domain: string
  readonly returnsDomain: string
  readonly relayHost: string | undefined
  /** The newest key of ours, with what is published under its selector. */
  readonly key: { readonly selector: string; readonly publicKey: string } | undefined
  readonly dkim: readonly string[]
  readonly spf: readonly string[]
  readonly dmarc: readonly string[]
  readonly returnsSpf: readonly string[]
  readonly returnsMx: readonly string[]
}

/** One line of the check: what was found, and what to do when it is not good. */
export type DomainLine = {
  readonly id: 'dkim' | 'spf' | 'dmarc' | 'alignment' | 'returns'
  readonly label: string
  readonly isGood: boolean
  readonly found: string
  readonly toDo: string
}

/** What receivers ask of a sending domain (Gmail, Microsoft and Orange want SPF, DKIM and DMARC to pass), line by line. */
export const domainLines = (facts: DomainFacts): DomainLine[] => [
  dkim(facts),
  spf(facts),
  dmarc(facts),
  alignment(facts),
  returns(facts),
]

function dkim({ domain, key, dkim: published }: DomainFacts): DomainLine {
  const line = { id: 'dkim', label: 'Les courriels sont signés (DKIM)' } as const
  if (!key)
    return {
      ...line,
      isGood: false,
      found: 'Beffroi n’a pas encore de clé.',
      toDo: 'Créez la clé, puis publiez son enregistrement.',
    }

  const name = `${key.selector}._domainkey.${domain}`
  const keys = published.map(publishedKey)
  if (keys.includes(key.publicKey))
    return { ...line, isGood: true, found: `${name} porte notre clé.`, toDo: '' }
  return {
    ...line,
    isGood: false,
    found:
      published.length === 0
        ? `Rien n’est publié sous ${name}.`
        : `${name} porte une autre clé que la nôtre.`,
    toDo: `Publiez l’enregistrement DKIM ci-dessous sous ${name}${published.length === 0 ? '' : ', à la place de celui qui s’y trouve'}.`,
  }
}

const publishedKey = (text: string) => /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.replace(/\s/g, '') ?? ''

function spf({ domain, spf: texts, relayHost }: DomainFacts): DomainLine {
  const line = { id: 'spf', label: 'Le domaine dit qui envoie pour lui (SPF)' } as const
  const records = texts.filter((text) => /^v=spf1(\s|$)/i.test(text))
  const [record = ''] = records
  if (records.length === 0)
    return {
      ...line,
      isGood: false,
      found: `${domain} n’a pas d’enregistrement SPF.`,
      toDo: 'Publiez l’enregistrement SPF ci-dessous.',
    }
  if (records.length > 1)
    return {
      ...line,
      isGood: false,
      found: `${domain} en a ${records.length} : aucun ne vaut (RFC 7208 §3.2).`,
      toDo: 'N’en gardez qu’un, qui les réunit.',
    }
  if (/[+\s]all(\s|$)/i.test(record) && !/[-~?]all/i.test(record))
    return {
      ...line,
      isGood: false,
      found: `« ${record} » laisse tout le monde envoyer.`,
      toDo: 'Remplacez « +all » par « ~all ».',
    }

  const isNamed = relayHost !== undefined && record.toLowerCase().includes(relayHost.toLowerCase())
  return {
    ...line,
    isGood: true,
    found: `« ${record} » : ${ending(record)}${isNamed ? ` ; ${relayHost} y est nommé` : ''}.`,
    toDo:
      isNamed || !relayHost
        ? ''
        : `Vérifiez auprès de qui tient ${relayHost} que cet enregistrement couvre son serveur.`,
  }
}

function ending(record: string) {
  if (/-all/i.test(record)) return 'les autres serveurs sont refusés'
  if (/~all/i.test(record)) return 'les autres serveurs sont suspects'
  return 'il ne dit rien des autres serveurs'
}

function dmarc({ domain, dmarc: texts }: DomainFacts): DomainLine {
  const line = { id: 'dmarc', label: 'Le domaine dit quoi faire des autres (DMARC)' } as const
  const record = texts.find((text) => /^v=DMARC1\s*;/i.test(text))
  const [, policy] = /;\s*p=(none|quarantine|reject)/i.exec(record ?? '') ?? []
  if (record && policy) return { ...line, isGood: true, found: `« ${record} ».`, toDo: '' }
  return {
    ...line,
    isGood: false,
    found: record ? `« ${record} » ne dit pas quoi faire (p=).` : `Rien n’est publié sous _dmarc.${domain}.`,
    toDo: 'Publiez l’enregistrement DMARC ci-dessous.',
  }
}

function alignment({ domain, returnsDomain }: DomainFacts): DomainLine {
  const isGood = isSameHouse(domain, returnsDomain)
  return {
    id: 'alignment',
    label: 'L’adresse de retour est du même domaine que l’expéditeur',
    isGood,
    found: `Expéditeur : ${domain} ; retours : ${returnsDomain}.`,
    toDo: isGood ? '' : `La personne qui tient la machine règle MAIL_RETURNS sur une boîte de ${domain}.`,
  }
}

// DMARC's relaxed alignment (RFC 7489 §3.1), told without the list of public suffixes: one is the other, or under it.
const isSameHouse = (one: string, other: string) =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)

function returns({ returnsDomain, returnsMx, returnsSpf }: DomainFacts): DomainLine {
  const hasSpf = returnsSpf.some((text) => /^v=spf1(\s|$)/i.test(text))
  const isGood = returnsMx.length > 0 && hasSpf
  return {
    id: 'returns',
    label: 'Les rejets peuvent revenir',
    isGood,
    found: `${returnsDomain} : ${returnsMx[0] ?? 'aucun serveur de courrier (MX)'}, ${hasSpf ? 'avec' : 'sans'} SPF.`,
    toDo: isGood
      ? ''
      : `Publiez ${[returnsMx.length > 0 ? '' : 'un MX', hasSpf ? '' : 'un SPF'].filter(Boolean).join(' et ')} pour ${returnsDomain}.`,
  }
}
