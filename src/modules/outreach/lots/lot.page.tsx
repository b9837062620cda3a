import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { Checkbox } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { DateField, FileField, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, dateTime, number, plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Steps } from '#ui/steps.tsx'
import { Tag } from '#ui/tag.tsx'
import { stateLooks } from '../deliveries/delivery.ts'
import type { Delivery } from '../deliveries/ledger.queries.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import { type LotState, lettersToTakeOut, lotStateNames, lotTones } from './lot.ts'
import type { Lot } from './lots.queries.ts'
import type { Reprint } from './reprints.queries.ts'

export type LotPageProps = {
  readonly lot: Lot
  readonly lotCount: number
  readonly wave: { readonly id: string; readonly name: string }
  readonly letters: readonly Delivery[]
  readonly reprints: readonly Reprint[]
  readonly weight: { readonly total: number; readonly heaviest: number }
  readonly envelope: string
  readonly today: string
  readonly mayMark: boolean
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** A lot of letters on its way from the printer to the post office. */
export function LotPage(props: LotPageProps) {
  const { lot, lotCount, wave, letters, mayMark, problems = [], notice } = props
  const stopped = lettersToTakeOut(letters)

  return (
    <>
      <PageHeader
        title={`Lot ${lot.number} sur ${lotCount}`}
        aside={<Tag label={lotStateNames[lot.state]} tone={lotTones[lot.state]} />}
        lede={`${plural(lot.letters, 'lettre', 'lettres')} de « ${wave.name} ».`}
        actions={<ButtonLink href={outreachPaths.wave(wave.id)}>Revenir à la vague</ButtonLink>}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {lot.problem && (
        <Notice kind="error" title="Le lot est bloqué">
          {lot.problem}
        </Notice>
      )}
      {stopped.length > 0 && lot.state !== 'posted' && <ToTakeOut stopped={stopped} />}
      <Steps steps={steps} current={current[lot.state]} />
      <Grid>
        {mayMark && <NextStep {...props} />}
        <Cover {...props} />
      </Grid>
      <Reprints {...props} />
      <Letters letters={letters} />
    </>
  )
}

const steps = [
  { label: 'Composer' },
  { label: 'Imprimer' },
  { label: 'Mettre sous pli' },
  { label: 'Poster' },
]
const current: Record<LotState, number> = {
  planned: 0,
  blocked: 0,
  composed: 1,
  printed: 2,
  enclosed: 3,
  posted: 4,
}

function ToTakeOut({ stopped }: { stopped: readonly Delivery[] }) {
  return (
    <Notice
      kind="warning"
      title={`Avant la poste, retirez ${stopped.length < 2 ? 'ce pli' : `ces ${number(stopped.length)} plis`}`}
    >
      <ul>
        {stopped.map(({ messageValues, reason, firstPage, lastPage }) => (
          <li>
            {typo(
              `${messageValues?.commune ?? ''}, ${firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage} à ${lastPage}`} : ${reason === 'answered' ? 'elle a répondu depuis' : 'elle ne veut plus d’envoi'}.`,
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function NextStep({ lot, wave, letters, today, problems = [], typed = {} }: LotPageProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  if (lot.state === 'planned' || lot.state === 'blocked') {
    return (
      <Card title="À composer">
        <p>
          {lot.state === 'blocked'
            ? 'Corrigez l’adresse, puis composez de nouveau.'
            : 'Le lot attend sa composition.'}
        </p>
        <Form action={outreachPaths.compose(wave.id)}>
          <Actions>
            <Button kind="main">Composer les lettres</Button>
          </Actions>
        </Form>
      </Card>
    )
  }
  if (lot.state === 'composed') {
    return (
      <Card title="À imprimer">
        <p>Imprimez le PDF au recto, sans réduction ; posez la page de garde sur la pile.</p>
        <Form action={outreachPaths.lotStep(lot.id, 'printed')}>
          <Actions>
            <ButtonLink kind="main" icon="print" href={outreachPaths.lotFile(lot.id)} download>
              Télécharger le PDF
            </ButtonLink>
            <Button>Le lot est imprimé</Button>
          </Actions>
        </Form>
      </Card>
    )
  }
  if (lot.state === 'printed') {
    return (
      <Card title="À mettre sous pli">
        <p>Pliez en trois, l’adresse vers l’extérieur, et vérifiez qu’elle se lit dans la fenêtre.</p>
        <Form action={outreachPaths.lotStep(lot.id, 'enclosed')}>
          <Actions>
            <Button kind="main">Le lot est sous pli</Button>
          </Actions>
        </Form>
      </Card>
    )
  }
  if (lot.state === 'enclosed') {
    return (
      <Card title="À poster">
        <Form action={outreachPaths.lotStep(lot.id, 'posted')} files>
          <DateField name="on" label="Posté le" value={typed.on ?? today} max={today} error={errorOf('on')} />
          <TextField
            name="proof"
            label="Preuve de dépôt"
            hint="Le numéro du bordereau, ou qui l’a porté."
            optional
            value={typed.proof}
            size="long"
          />
          <FileField
            name="file"
            label="Pièce jointe"
            hint="Le bordereau de dépôt photographié ou numérisé, cinq mégaoctets au plus."
            accept=".pdf,.jpg,.jpeg,.png"
            optional
            error={errorOf('file')}
          />
          {lettersToTakeOut(letters).length > 0 && (
            <Checkbox
              name="takenOut"
              label="Les lettres à retirer sont sorties de la pile"
              error={errorOf('takenOut')}
            />
          )}
          <Actions>
            <Button kind="main">Le lot est posté</Button>
          </Actions>
        </Form>
      </Card>
    )
  }
  return null
}

function Cover({ lot, letters, weight, envelope }: LotPageProps) {
  const place = (letter: Delivery | undefined) =>
    letter ? `${letter.postalAddress?.postcode ?? ''} ${letter.messageValues?.commune ?? ''}` : undefined

  return (
    <Section
      title="Page de garde"
      actions={
        lot.fileId && (
          <>
            <ButtonLink icon="download" href={outreachPaths.lotFile(lot.id)} download>
              PDF des lettres
            </ButtonLink>
            <ButtonLink icon="download" href={outreachPaths.lotCover(lot.id)} download>
              Page de garde
            </ButtonLink>
          </>
        )
      }
    >
      <DataList>
        <Datum label="Première lettre">{place(letters[0])}</Datum>
        <Datum label="Dernière lettre">{place(letters.at(-1))}</Datum>
        <Datum label="Enveloppe">{envelope}</Datum>
        {lot.fileId && (
          <Datum label="Poids estimé">
            {typo(`${number(weight.total)} g, ${number(weight.heaviest)} g au plus par pli`)}
          </Datum>
        )}
        {lot.composedAt && <Datum label="Composé">{dateTime(lot.composedAt)}</Datum>}
        {lot.checkedAt && lot.checkMargins && (
          <Datum label="Vérifié">
            {typo(checkSentence(lot.checkedAt, lot.checkedPages ?? 0, lot.checkMargins))}
          </Datum>
        )}
        {lot.printedAt && (
          <Datum label="Imprimé">{typo(`${dateTime(lot.printedAt)}, par ${lot.printedBy}`)}</Datum>
        )}
        {lot.enclosedAt && (
          <Datum label="Mis sous pli">{typo(`${dateTime(lot.enclosedAt)}, par ${lot.enclosedBy}`)}</Datum>
        )}
        {lot.postedOn && (
          <Datum label="Posté" source={lot.postingProof || undefined}>
            {typo(`${date(new Date(lot.postedOn))}, par ${lot.postedBy}`)}
            {lot.postingFileId && (
              <>
                {' '}
                <a href={outreachPaths.lotProof(lot.id)}>Voir la pièce jointe</a>
              </>
            )}
          </Datum>
        )}
        {lot.sha256 && (
          <Datum label="Empreinte du fichier (SHA-256)">
            <span class="code">{lot.sha256.slice(0, 16)}…</span>
          </Datum>
        )}
      </DataList>
    </Section>
  )
}

const checkSentence = (at: Date, pages: number, { address, others }: { address: number; others: number }) =>
  `${plural(pages, 'page lue', 'pages lues')} le ${dateTime(at)} : chaque adresse est dans ce que la fenêtre montre toujours, à ${millimetres(address)} du bord au moins ; le reste est à ${millimetres(others)} au moins de ce qu’elle peut montrer.`

const millimetres = (length: number) => `${length.toLocaleString('fr-FR', { maximumFractionDigits: 1 })} mm`

// Offered between the printer and the post, where pages get spoiled; what was printed again is always shown.
function Reprints({ lot, reprints, mayMark, problems = [], typed = {} }: LotPageProps) {
  const isOffered = mayMark && (lot.state === 'printed' || lot.state === 'enclosed')
  if (!isOffered && reprints.length === 0) return null
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Section title="Pages imprimées de nouveau" id="reimpressions">
      {reprints.length > 0 && (
        <DataTable
          caption={plural(reprints.length, 'réimpression', 'réimpressions')}
          rows={reprints}
          columns={[
            { label: 'Quand', header: true, cell: ({ at }) => dateTime(at) },
            { label: 'Pages', cell: ({ pages }) => pages.join(', ') },
            { label: 'Lettres', numeric: true, cell: ({ letters }) => number(letters) },
            { label: 'Pourquoi', cell: ({ reason }) => reason },
            { label: 'Par', cell: ({ byWhom }) => byWhom },
            ...(mayMark
              ? [
                  {
                    label: 'Fichier',
                    cell: ({ id }: Reprint) => (
                      <a href={outreachPaths.lotReprint(lot.id, id)} download>
                        PDF de ces pages
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {isOffered && (
        <Form action={outreachPaths.lotReprints(lot.id)} once={typed.once}>
          <TextField
            name="pages"
            label="Pages abîmées"
            hint="Leurs numéros dans le PDF du lot : « 37–38 » ou « 12, 40 ». Les lettres entières sont réimprimées, les mêmes, et elles seules."
            value={typed.pages}
            error={errorOf('pages')}
          />
          <TextField
            name="reason"
            label="Pourquoi"
            hint="« bourrage », « pli déchiré »."
            value={typed.reason}
            error={errorOf('reason')}
            size="long"
          />
          <Actions>
            <Button>Imprimer de nouveau ces lettres</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function Letters({ letters }: { letters: readonly Delivery[] }) {
  return (
    <Section title="Les lettres du lot">
      <DataTable
        caption={plural(letters.length, 'lettre', 'lettres')}
        rows={letters}
        columns={[
          { label: 'Page', numeric: true, cell: ({ firstPage }) => firstPage ?? '–' },
          {
            label: 'Commune',
            header: true,
            cell: ({ id, messageValues }) => (
              <a href={outreachPaths.delivery(id)}>{messageValues?.commune}</a>
            ),
          },
          { label: 'Adresse', cell: ({ address }) => address?.split('\n').join(', ') },
          {
            label: 'État',
            cell: ({ state }) => <Tag label={stateLooks[state].name} tone={stateLooks[state].tone} />,
          },
        ]}
      />
    </Section>
  )
}
