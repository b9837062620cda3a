import { Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { cataloguePaths } from '../catalogue.paths.ts'
import { editSentence } from './edit-words.ts'
import type { NeedEdit } from './need-edit.ts'
import type { NeedFit, NeedWord } from './need-edits.queries.ts'
import { needPaths } from './needs.paths.ts'

export type NeedEditProps = {
  readonly need: {
    readonly slug: string
    readonly label: string
    readonly service: string
    readonly summary: string
    readonly retiredAt: Date | null
  }
  readonly words: readonly NeedWord[]
  readonly fits: readonly NeedFit[]
  readonly edits: readonly NeedEdit[]
  /** Names of the sheets, proposed while typing. */
  readonly softwareNames: readonly string[]
  readonly notice?: string
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

/** What leads to a need and what meets it, for those who keep the vocabulary. */
export function NeedEditPage(props: NeedEditProps) {
  const { need, notice, problems = [] } = props

  return (
    <>
      <PageHeader
        title={need.label}
        lede={need.summary}
        aside={need.retiredAt ? <Tag tone="brick" label={`Retiré le ${date(need.retiredAt)}`} /> : undefined}
        actions={<ButtonLink href={cataloguePaths.need(need.slug)}>Voir la page publique</ButtonLink>}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Fits {...props} />
      <Words {...props} />
      <History {...props} />
      <Retirement {...props} />
    </>
  )
}

function Fits({ need, fits, softwareNames, problems = [], typed }: NeedEditProps) {
  return (
    <Card title="Les logiciels qui y répondent" id="logiciels">
      {fits.length === 0 ? (
        <EmptyState title="Aucun logiciel libre connu">
          L’annuaire le dit tel quel. Si vous en connaissez un, dites-le ci-dessous.
        </EmptyState>
      ) : (
        <DataTable
          caption="Logiciels qui répondent à ce besoin"
          captionHidden
          rows={fits}
          columns={[
            {
              label: 'Logiciel',
              header: true,
              cell: ({ slug, name }) => <a href={cataloguePaths.software(slug)}>{name}</a>,
            },
            {
              label: 'Répond',
              cell: ({ level, missing }) =>
                level === 'full' ? (
                  <Tag tone="teal" label="Entièrement" />
                ) : (
                  <>
                    <Tag tone="ochre" label="En partie" /> {typo(missing ?? '')}
                  </>
                ),
            },
            {
              label: 'Dit par',
              cell: ({ source, statedAt }) => (
                <small class="soft">{typo(`${source}, ${date(statedAt)}`)}</small>
              ),
            },
            {
              label: 'Retirer',
              cell: ({ slug, name }) => (
                <Form action={needPaths.fitRemoval(need.slug)}>
                  <HiddenField name="software" value={slug} />
                  <Button kind="quiet">
                    Retirer <span class="visually-hidden">{name}</span>
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      <FitForm need={need} softwareNames={softwareNames} problems={problems} typed={typed} />
    </Card>
  )
}

function FitForm({
  need,
  softwareNames,
  problems = [],
  typed,
}: Pick<NeedEditProps, 'need' | 'softwareNames' | 'problems' | 'typed'>) {
  return (
    <Form action={needPaths.fits(need.slug)}>
      <TextField
        name="software"
        label="Logiciel"
        suggestions={softwareNames}
        value={typed?.software}
        error={errorOf(problems, 'software')}
      />
      <RadioField
        name="level"
        label="Il y répond"
        value={typed?.level ?? 'full'}
        error={errorOf(problems, 'level')}
        choices={[
          { value: 'full', label: 'Entièrement' },
          { value: 'part', label: 'En partie' },
        ]}
      />
      <TextArea
        name="missing"
        label="Ce qui manque"
        hint="En mots de mairie, s’il n’y répond qu’en partie."
        optional
        rows={2}
        maxlength={400}
        value={typed?.missing}
        error={errorOf(problems, 'missing')}
      />
      <Button kind="main">Dire ce que ce logiciel couvre</Button>
    </Form>
  )
}

function Words({ need, words, problems = [], typed }: NeedEditProps) {
  return (
    <Card title={`Les mots qui y mènent (${words.length})`} id="mots">
      <Form action={needPaths.words(need.slug)}>
        <TextField
          name="words"
          label="Mots à ajouter"
          hint="Un synonyme, ou la phrase telle que les gens la tapent. Accents, pluriels et petites fautes sont déjà compris."
          size="long"
          maxlength={200}
          value={typed?.words}
          error={errorOf(problems, 'words')}
        />
        <SelectField
          name="kind"
          label="C’est"
          value={typed?.kind ?? 'synonym'}
          choices={[
            { value: 'synonym', label: 'Un mot, un synonyme' },
            { value: 'phrase', label: 'Une phrase' },
          ]}
        />
        <Button kind="main">Ajouter les mots</Button>
      </Form>
      <details open={words.length <= 12}>
        <summary>{plural(words.length, 'expression', 'expressions')}</summary>
        <DataTable
          caption="Mots qui mènent à ce besoin"
          captionHidden
          rows={words}
          columns={[
            { label: 'Mots', header: true, cell: (word) => typo(word.words) },
            { label: 'Nature', cell: ({ kind }) => (kind === 'synonym' ? 'Synonyme' : 'Phrase') },
            {
              label: 'Venu de',
              cell: ({ source, addedAt }) => (
                <small class="soft">{typo(`${source}, ${date(addedAt)}`)}</small>
              ),
            },
            {
              label: 'Retirer',
              cell: (word) => (
                <Form action={needPaths.wordRemoval(need.slug)}>
                  <HiddenField name="words" value={word.words} />
                  <Button kind="quiet">
                    Retirer <span class="visually-hidden">{word.words}</span>
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      </details>
    </Card>
  )
}

function History({ need, edits }: NeedEditProps) {
  if (edits.length === 0) return null

  return (
    <Card title="Ce qui a été changé" id="historique">
      <Timeline
        entries={edits.map((edit) => ({
          at: edit.at,
          tone: edit.undoneAt ? 'neutral' : 'info',
          sentence: editSentence(edit),
          source: edit.by,
          detail: edit.undoneAt ? (
            typo(`Défait par ${edit.undoneBy ?? ''} le ${date(edit.undoneAt)}.`)
          ) : (
            <Form action={needPaths.undoing(need.slug, edit.id)}>
              <Button kind="quiet">
                Défaire <span class="visually-hidden">{editSentence(edit)}</span>
              </Button>
            </Form>
          ),
        }))}
      />
    </Card>
  )
}

const Retirement = ({ need: { slug, retiredAt } }: NeedEditProps) =>
  retiredAt ? (
    <Form action={needPaths.restoration(slug)}>
      <Button>Remettre le besoin dans l’annuaire</Button>
    </Form>
  ) : (
    <Confirm
      label="Retirer le besoin de l’annuaire"
      loss="La recherche et la liste ne le montrent plus. Les usages et services qui le nomment restent, et vous pourrez le remettre."
      action={needPaths.retirement(slug)}
      confirm="Retirer le besoin"
    />
  )

const errorOf = (problems: readonly Problem[], field: string) =>
  problems.find((problem) => problem.field === field)?.message
