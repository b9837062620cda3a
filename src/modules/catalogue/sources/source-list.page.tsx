import { Button } from '#ui/button.tsx'
import { Card, Grid } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { Form } from '#ui/form.tsx'
import { date, plural } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { softwarePaths } from '../software/software.paths.ts'
import type { Source } from './source.ts'
import { layerNames } from './source.ts'

export type ListedSource = Source & {
  readonly slug: string
  readonly records: number
  /** Shipped, but added only when an editor asks for it. */
  readonly isOptional: boolean
}

type Props = {
  readonly sources: readonly ListedSource[]
  readonly isEditor: boolean
  readonly notice?: string
}

/** What the directory is made of: each source with its licence, its attribution and how much it gives. */
export const SourceListPage = ({ sources, isEditor, notice }: Props) => (
  <>
    <Hero
      title="D’où viennent les fiches"
      lede="Une fiche réunit ce que disent plusieurs sources, chaque champ avec la sienne et sa date. De deux qui se contredisent, la première de cette page est crue."
    />
    {notice && <Notice kind="success">{notice}</Notice>}
    <p>
      Les textes d’une source sous une autre licence que la Licence Ouverte restent dans une couche à part :
      ils n’entrent jamais dans les fiches ni dans les exports du catalogue en français, qui n’en retiennent
      que la version et la date de la dernière livraison.
    </p>
    <Grid>
      {sources.map((source) => (
        <SourceCard source={source} isEditor={isEditor} />
      ))}
    </Grid>
  </>
)

const SourceCard = ({ source, isEditor }: { source: ListedSource; isEditor: boolean }) => (
  <Card title={source.name} id={source.slug}>
    <DataList>
      <Datum label="Licence">{source.licence}</Datum>
      <Datum label="Attribution">{source.attribution}</Datum>
      {source.date && <Datum label="Édition">{date(new Date(source.date))}</Datum>}
      {source.layer !== 'main' && <Datum label="Couche">{layerNames[source.layer]}</Datum>}
      <Datum label="Ici">{plural(source.records, 'logiciel', 'logiciels')}</Datum>
    </DataList>
    {source.url && (
      <p>
        <a href={source.url} rel="nofollow">
          {source.url.replace(/^https:\/\//, '').replace(/\/$/, '')}
        </a>
      </p>
    )}
    {source.layer !== 'main' && source.records > 0 && (
      <p>
        <a href={softwarePaths.list({ layer: source.layer })}>Voir ces logiciels</a>
      </p>
    )}
    {source.isOptional && source.records === 0 && (
      <p class="soft">Livrée avec Beffroi, pas encore ajoutée au catalogue.</p>
    )}
    {isEditor && source.isOptional && source.records === 0 && (
      <Form action={softwarePaths.addSource(source.slug)}>
        <Button>Ajouter cette source</Button>
      </Form>
    )}
  </Card>
)
