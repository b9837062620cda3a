import { Actions, Button } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { Checklist } from '#ui/checklist.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, dateTime, typo } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SnippetList } from '#ui/snippet-list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { DnsRecord } from './dns-records.ts'
import type { DomainCheck } from './domain-standing.ts'
import { signingPaths } from './signing.paths.ts'

type ShownKey = {
  readonly id: string
  readonly selector: string
  readonly createdAt: Date
  readonly createdBy: string
  readonly inUseSince: Date | null
  readonly retiredAt: Date | null
}

export type SigningPageProps = {
  readonly domain: string
  readonly relayHost: string | undefined
  readonly returns: string
  readonly keys: readonly ShownKey[]
  readonly records: readonly DnsRecord[]
  readonly check: DomainCheck | undefined
  readonly mayAct: boolean
  readonly notice?: string
  readonly refusal?: string
}

/** How our e-mails are believed: the check of the domain, the records to publish, the keys that sign. */
export function SigningPage(props: SigningPageProps) {
  const { domain, relayHost, notice, refusal } = props

  return (
    <>
      <PageHeader
        title="Signature des courriels"
        lede={`Gmail, Orange et Microsoft n’ouvrent leurs boîtes qu’à un domaine qui signe et qui dit qui envoie pour lui. Le nôtre est ${domain}.`}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      {refusal && (
        <Notice kind="error" title="Ce n’est pas fait">
          {refusal}
        </Notice>
      )}
      {!relayHost && (
        <Notice kind="info" title="Aucun serveur d’envoi n’est réglé">
          Les courriels restent dans la boîte d’envoi de Beffroi : rien de ceci n’est demandé avant le premier
          vrai envoi.
        </Notice>
      )}
      <Check {...props} />
      <Records {...props} />
      <Keys {...props} />
    </>
  )
}

function Check({ check, mayAct }: SigningPageProps) {
  return (
    <Section title="Le contrôle" id="controle">
      {check ? (
        <>
          <p>
            {typo(`Contrôlé le ${dateTime(check.checkedAt)} : `)}
            <Tag
              label={check.isGood ? 'tout est en ordre' : 'il manque quelque chose'}
              tone={check.isGood ? 'teal' : 'brick'}
            />
          </p>
          <Checklist
            lines={check.lines.map(({ label, isGood, found, toDo }) => ({
              label,
              state: isGood ? 'done' : 'blocked',
              explanation: toDo ? `${found} ${toDo}` : found,
            }))}
          />
        </>
      ) : (
        <p>Ce domaine n’a jamais été contrôlé.</p>
      )}
      {mayAct && (
        <form method="post" action={signingPaths.checks()}>
          <Button kind="main">Contrôler maintenant</Button>
        </form>
      )}
    </Section>
  )
}

const meanings: Record<DnsRecord['id'], string> = {
  dkim: 'La clé publique : chacun peut vérifier que le courriel est bien de nous et n’a pas été changé.',
  spf: 'Qui envoie pour ce domaine. S’il en existe déjà un, ajoutez-y seulement ce qui manque : deux ne valent rien.',
  dmarc: 'Quoi faire d’un courriel qui prétend venir de nous. « p=none » observe ; on durcit ensuite.',
  returns: '',
}

function Records({ records, returns }: SigningPageProps) {
  if (records.length === 0) return null

  return (
    <Section title="À publier dans la zone du domaine" id="publier">
      <p>{typo('Chez qui tient le nom de domaine, onglet « zone DNS ». Un clic choisit le texte entier.')}</p>
      {records.map(({ id, name, type, value, zoneLine }) => (
        <Card title={`${type} ${name}`}>
          <SnippetList
            empty=""
            snippets={[
              { code: value, meaning: meanings[id] },
              ...(zoneLine.includes('" "')
                ? [
                    {
                      code: zoneLine,
                      meaning: 'La même, en morceaux de 255 signes, pour un fichier de zone.',
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      ))}
      <p>
        {typo(
          `Les rejets reviennent à ${returns}, avec une suite après « + » : cette boîte doit accepter les sous-adresses, et son domaine avoir lui aussi un SPF.`,
        )}
      </p>
    </Section>
  )
}

const standingOf = ({ inUseSince, retiredAt }: ShownKey, signing: ShownKey | undefined, key: ShownKey) => {
  if (retiredAt) return { label: `Retirée le ${date(retiredAt)}`, tone: 'neutral' } as const
  if (key === signing)
    return { label: `Signe depuis le ${date(inUseSince ?? key.createdAt)}`, tone: 'teal' } as const
  return inUseSince
    ? ({ label: 'Ne signe plus', tone: 'neutral' } as const)
    : ({ label: 'Attend d’être publiée', tone: 'ochre' } as const)
}

function Keys({ keys, mayAct }: SigningPageProps) {
  const signing = keys.find(({ inUseSince, retiredAt }) => inUseSince && !retiredAt)
  const isWaiting = keys.some(({ inUseSince, retiredAt }) => !inUseSince && !retiredAt)

  return (
    <Section title="Les clés" id="cles">
      {keys.length > 0 && (
        <DataTable
          caption="Clés de signature"
          captionHidden
          rows={keys}
          columns={[
            { label: 'Sélecteur', header: true, cell: ({ selector }) => selector },
            {
              label: 'Créée',
              cell: ({ createdAt, createdBy }) => typo(`le ${date(createdAt)} par ${createdBy}`),
            },
            { label: 'État', cell: (key) => <Tag {...standingOf(key, signing, key)} /> },
            {
              label: 'Geste',
              cell: (key) =>
                mayAct &&
                !key.retiredAt &&
                key !== signing && (
                  <form method="post" action={signingPaths.retirement(key.id)}>
                    <Button kind="quiet">Retirer</Button>
                  </form>
                ),
            },
          ]}
        />
      )}
      {mayAct && !isWaiting && (
        <form method="post" action={signingPaths.keys()}>
          <Actions>
            <Button>{keys.length === 0 ? 'Créer la clé' : 'Créer une nouvelle clé'}</Button>
          </Actions>
        </form>
      )}
      {keys.length > 0 && (
        <p class="hint">
          {typo(
            'Une nouvelle clé par an suffit. L’ancienne reste publiée une semaine : des courriels signés par elle voyagent encore.',
          )}
        </p>
      )}
    </Section>
  )
}
