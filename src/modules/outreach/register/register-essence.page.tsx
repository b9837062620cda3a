import { Card, Section } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { typo } from '#ui/french.ts'
import { EmptyState } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { purposeNames, purposes } from './purpose.ts'
import type { RegisterEntry } from './register.queries.ts'
import { baseNames, type EntryText } from './register-entry.ts'

type Entries = { readonly entries: readonly RegisterEntry[] }

/** What anybody reads of the two bodies' arrangement: why, on which base, how long, and who answers (GDPR art. 26.2). */
export function EssencePage({ programme, entries }: Entries & { readonly programme: string }) {
  const kept = purposes.filter((purpose) => entries.some((entry) => entry.purpose === purpose))

  return (
    <>
      <Hero
        title="Vos données, et qui en répond"
        lede={`Ce que les organismes du programme « ${programme} » font des données des mairies, et à qui s’adresser.`}
      />
      {entries.length === 0 ? (
        <EmptyState title="Ces informations paraîtront ici">
          Les organismes relisent leurs fiches ; aucun envoi ne part avant qu’elles ne soient confirmées.
        </EmptyState>
      ) : (
        <Card title="Qui répond de quoi">
          <DataList>
            <Said entries={entries} field="arrangement" label="Leur accord" />
            <Rights entries={entries} />
          </DataList>
        </Card>
      )}
      {kept.map((purpose) => (
        <Section title={purposeNames[purpose]}>
          <Essence entries={entries.filter((entry) => entry.purpose === purpose)} />
        </Section>
      ))}
    </>
  )
}

const Essence = ({ entries }: Entries) => (
  <DataList>
    {entries.map(({ organisation, text }) => (
      <Datum label={`À quel titre, pour ${organisation.name}`}>
        {typo(`${baseNames[text.base]}. ${text.baseReason}`)}
      </Datum>
    ))}
    <Said entries={entries} field="data" label="Données" />
    <Said entries={entries} field="source" label="Source" />
    <Said entries={entries} field="recipients" label="Pour qui" />
    <Said entries={entries} field="retention" label="Combien de temps" />
  </DataList>
)

// Said once when the bodies say the same, by each when they do not.
function Said({ entries, field, label }: Entries & { field: keyof EntryText; label: string }) {
  const words = new Set(entries.map(({ text }) => text[field]))
  const shown = words.size === 1 ? entries.slice(0, 1) : entries

  return (
    <>
      {shown.map(({ organisation, text }) => (
        <Datum label={words.size === 1 ? label : `${label}, pour ${organisation.name}`}>
          {typo(text[field])}
        </Datum>
      ))}
    </>
  )
}

function Rights({ entries }: Entries) {
  const bodies = new Map(entries.map(({ organisation }) => [organisation.id, organisation]))

  return (
    <>
      {[...bodies.values()].map(({ name, dpoEmail }) => (
        <Datum label={`Pour vos droits, auprès de ${name}`}>{dpoEmail}</Datum>
      ))}
    </>
  )
}
