import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { purposeNames } from './purpose.ts'
import { registerPaths } from './register.paths.ts'
import type { RegisterEntry } from './register.queries.ts'
import { baseNames } from './register-entry.ts'

/** The register of processing of the two bodies: an entry for each purpose, confirmed or still to read. */
export function RegisterPage({ entries }: { entries: readonly RegisterEntry[] }) {
  const bodies = [...new Map(entries.map(({ organisation }) => [organisation.id, organisation])).values()]
  const confirmed = entries.filter(({ version }) => version?.confirmedAt).length

  return (
    <>
      <PageHeader
        title="Registre des traitements"
        lede={`Ce que chaque organisme fait des données, et à quel titre (RGPD, art. 30). ${confirmed} fiches confirmées sur ${entries.length}.`}
        actions={
          <>
            <ButtonLink href={registerPaths.essence()}>Ce que lit le public</ButtonLink>
            <ButtonLink kind="quiet" href={registerPaths.csv()}>
              CSV
            </ButtonLink>
            <ButtonLink kind="quiet" href={registerPaths.ods()}>
              ODS
            </ButtonLink>
          </>
        }
      />
      {bodies.map(({ id, name, dpoEmail }) => (
        <Section title={name}>
          <p>
            {typo(
              dpoEmail
                ? `Délégué à la protection des données : ${dpoEmail}`
                : 'Le délégué à la protection des données n’est pas connu : complétez la fiche de l’organisme.',
            )}
          </p>
          <Entries entries={entries.filter(({ organisation }) => organisation.id === id)} />
        </Section>
      ))}
    </>
  )
}

const Entries = ({ entries }: { entries: readonly RegisterEntry[] }) => (
  <DataTable
    caption={plural(entries.length, 'traitement', 'traitements')}
    rows={entries}
    columns={[
      {
        label: 'Traitement',
        header: true,
        cell: ({ organisation, purpose }) => (
          <a href={registerPaths.entry(organisation.id, purpose)}>{typo(purposeNames[purpose])}</a>
        ),
      },
      { label: 'Base légale', cell: ({ text }) => typo(baseNames[text.base]) },
      { label: 'Conservation', cell: ({ text }) => typo(text.retention) },
      { label: 'État', cell: stateOf },
    ]}
  />
)

function stateOf({ version }: RegisterEntry) {
  if (!version) return <Tag label="Brouillon à relire" tone="neutral" />
  if (!version.confirmedAt || !version.confirmedBy) return <Tag label="À confirmer" tone="ochre" />

  return (
    <>
      <Tag label="Confirmée" tone="teal" />
      <br />
      <small>{typo(`${version.confirmedBy}, le ${date(version.confirmedAt)}`)}</small>
    </>
  )
}
