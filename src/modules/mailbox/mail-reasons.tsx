import { communePaths } from '#modules/communes/index.ts'
import { deliveryPaths } from '#modules/outreach/index.ts'
import { DataList, Datum } from '#ui/datum.tsx'
import { typo } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { tieNames } from './attaching/attach.ts'
import { type Evidence, kindNames } from './classification/kinds.ts'
import type { ReceivedReport, ShownMail } from './received-mails.queries.ts'

/** Every decision is explained: what it was taken for, and whose it was taken for. */
export function Why({ mail }: { mail: ShownMail }) {
  const { evidence, tieEvidence, tie, insee, commune, deliveryId, unreadable, reclassifiedBy, foundKind } =
    mail
  return (
    <section>
      <h3>Pourquoi</h3>
      <DataList>
        <Datum label="Sa nature">
          <Reasons
            evidence={[
              ...(reclassifiedBy
                ? [
                    {
                      sentence: `Reclassé par ${reclassifiedBy} ; Beffroi y lisait : ${kindNames[foundKind].one.toLowerCase()}.`,
                    },
                  ]
                : []),
              ...evidence,
            ]}
          />
        </Datum>
        <Datum label={insee ? 'Sa commune' : 'D’où il vient'}>
          {insee && (
            <>
              <a href={communePaths.show(insee)}>{commune}</a>
              {` (${tieNames[tie].toLowerCase()})`}
            </>
          )}
          {tieEvidence.length > 0 && <Reasons evidence={tieEvidence} />}
          {!insee && tieEvidence.length === 0 && 'Rien ne dit encore d’où il vient.'}
        </Datum>
        {deliveryId && (
          <Datum label="Il revient de">
            <a href={deliveryPaths.show(deliveryId)}>{typo('cet envoi du registre')}</a>
          </Datum>
        )}
        {unreadable.length > 0 && <Datum label="Ce qui n’a pu être lu">{typo(unreadable.join(' '))}</Datum>}
      </DataList>
    </section>
  )
}

function Reasons({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul>
      {evidence.map(({ sentence, proof }) => (
        <li>
          {typo(sentence)}
          {proof && (
            <>
              {' '}
              <span class="code">{proof}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const recipientWords: Record<ReceivedReport['onRecipient'], string> = {
  dead: 'L’adresse est donnée pour morte : une autre est cherchée, et la lettre reste possible.',
  soft: 'Compté ; l’adresse est abandonnée à la troisième fois sur quatorze jours.',
  'soft-by-wave': 'Compté ; l’adresse est abandonnée après trois vagues.',
  none: 'Le destinataire n’y est pour rien.',
}

const ofDeadCompany = 'L’adresse est donnée pour morte : les vagues suivantes la laissent de côté.'

/** What the reports in it change: for the recipient, and for us. */
export function Told({
  reports,
  isOfCompany,
}: {
  readonly reports: readonly ReceivedReport[]
  readonly isOfCompany: boolean
}) {
  const failed = reports.filter(({ action }) => action === 'failed')
  if (failed.length === 0) return null

  return (
    <section>
      <h3>Ce que cela change</h3>
      <DataList>
        {failed.map(({ recipient, onRecipient, onUs }) => (
          <Datum label={recipient || 'Notre envoi'}>
            {typo(
              `${isOfCompany && onRecipient === 'dead' ? ofDeadCompany : recipientWords[onRecipient]}${onUs === 'alert' ? ' Le refus nous vise : au troisième, cette voie d’envoi s’arrête.' : ''}`,
            )}
          </Datum>
        ))}
      </DataList>
    </section>
  )
}

/** What an answering machine says, as a suggestion to whoever reads. */
export function Absence({ mail: { absence } }: { mail: ShownMail }) {
  if (!absence?.until && !absence?.writeTo) return null

  return (
    <Notice title="Ce que dit ce répondeur">
      <p>
        {typo(
          [
            absence.until ? `Absence jusqu’au ${absence.until}.` : '',
            absence.writeTo ? `Écrire plutôt à ${absence.writeTo}.` : '',
          ]
            .filter(Boolean)
            .join(' '),
        )}
      </p>
      <p>À vous d’en juger : Beffroi n’en fait rien de lui-même.</p>
    </Notice>
  )
}
