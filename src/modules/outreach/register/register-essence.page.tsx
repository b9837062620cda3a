import { Section } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { typo } from '#ui/french.ts'
import { EmptyState } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { purposeNames } from './purpose.ts'
import type { RegisterEntry } from './register.queries.ts'
import { baseNames } from './register-entry.ts'

type EssenceProps = { readonly programme: string; readonly entries: readonly RegisterEntry[] }

/** What anybody reads of the two bodies' arrangement: why, on which base, how long, and who answers (GDPR art. 26.2). */
export function EssencePage({ programme, entries }: EssenceProps) {
  const bodies = [...new Map(entries.map(({ organisation }) => [organisation.id, organisation])).values()]

  return (
    <>
      <Hero
        title="Vos données, et qui en répond"
        lede={`Ce que les organismes du programme « ${programme} » font des données des mairies, et à qui s’adresser.`}
      />
      {bodies.length === 0 && (
        <EmptyState title="Ces informations paraîtront ici">
          Les organismes relisent leurs fiches ; aucun envoi ne part avant qu’elles ne soient confirmées.
        </EmptyState>
      )}
      {bodies.map(({ id, name, dpoEmail }) => {
        const own = entries.filter(({ organisation }) => organisation.id === id)
        return (
          <Section title={name}>
            <p>
              {typo(dpoEmail ? `Pour vos droits : ${dpoEmail}` : 'Pour vos droits, écrivez à cet organisme.')}
            </p>
            {own.map(({ purpose, text }) => (
              <>
                <h3>{typo(purposeNames[purpose])}</h3>
                <DataList>
                  <Datum label="À quel titre">{typo(`${baseNames[text.base]}. ${text.baseReason}`)}</Datum>
                  <Datum label="Données">{typo(text.data)}</Datum>
                  <Datum label="Source">{typo(text.source)}</Datum>
                  <Datum label="Pour qui">{typo(text.recipients)}</Datum>
                  <Datum label="Combien de temps">{typo(text.retention)}</Datum>
                  <Datum label="Qui répond de quoi">{typo(text.arrangement)}</Datum>
                </DataList>
              </>
            ))}
          </Section>
        )
      })}
    </>
  )
}
