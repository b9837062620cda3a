import type { ContactPoint } from '#modules/communes/index.ts'
import { Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { date, typo } from '#ui/french.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { WritingLines } from '#ui/writing-lines.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { formatPhone } from '#values/phone.ts'
import { casePaths } from './cases.paths.ts'
import type { ShownCase } from './cases.queries.ts'

type SheetProps = { readonly case: ShownCase; readonly points: readonly ContactPoint[] }

/** What the referent takes to the town hall: how to reach it, the steps, and room to write. */
export function CaseSheetPage({ case: of, points }: SheetProps) {
  const firstOf = (kind: ContactPoint['kind']) => points.find((point) => point.kind === kind)?.value
  const phone = firstOf('phone')

  return (
    <>
      <PageHeader
        title={`Mairie ${ofCommune(of.commune, of.nameType as NameLink)}`}
        lede={of.goal}
        actions={
          <a class="screen-only" href={casePaths.show(of.id)}>
            Revenir à l’accompagnement
          </a>
        }
      />
      <DataList>
        <Datum label="Adresse">{firstOf('address')?.split('\n').join(', ')}</Datum>
        <Datum label="Téléphone">{phone && formatPhone(phone)}</Datum>
        <Datum label="Courriel">{firstOf('email')}</Datum>
        <Datum label="Référent">{of.referent}</Datum>
        <Datum label="Suivi par">{of.organisation}</Datum>
        <Datum label="Ouvert le">{date(of.openedAt)}</Datum>
      </DataList>
      <Section title="Étapes">
        <DataTable
          caption="Étapes"
          captionHidden
          narrow="scroll"
          columns={[
            { label: 'Étape', header: true, cell: ({ title }) => typo(title) },
            { label: 'Pour le', cell: ({ dueOn }) => (dueOn ? date(new Date(`${dueOn}T12:00:00Z`)) : '') },
            { label: 'Fait le', cell: ({ done }) => (done ? `${date(done.at)}, ${done.by}` : '☐') },
          ]}
          rows={of.steps}
        />
      </Section>
      <Section title="Notes de la visite">
        <WritingLines lines={12} />
      </Section>
    </>
  )
}
