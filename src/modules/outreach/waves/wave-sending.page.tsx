import { Actions, Button } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, number, plural, typo } from '#ui/french.ts'
import { Notice, type Problem } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import { countIn, emailStates, isFinal, type Tally } from '../deliveries/delivery.ts'
import { lanePaths } from '../lanes/lanes.paths.ts'
import type { LaneAlert } from '../lanes/lanes.queries.ts'
import { signingPaths } from '../signing/signing.paths.ts'
import { outreachPaths } from './waves.paths.ts'
import type { Wave } from './waves.queries.ts'

type WaveSendingProps = {
  readonly wave: Wave
  readonly tally: Tally
  readonly alerts: readonly LaneAlert[]
  readonly stops: readonly {
    readonly lane: string
    readonly label: string
    readonly evidence: string
    readonly n: number
  }[]
  readonly maySend: boolean
  readonly problems?: readonly Problem[]
}

/** The e-mails of a wave on their way: how far, at which pace, what holds them back, and how to hold them back. */
export function WaveSending(props: WaveSendingProps) {
  const { wave, tally, maySend } = props
  const total = countIn(tally, emailStates)
  if (total === 0) return null
  const done = countIn(
    tally,
    emailStates.filter((state) => isFinal(state) || state === 'uncertain'),
  )

  return (
    <Section title="Les courriels" id="courriels">
      <Held {...props} />
      <Progress
        label={wave.pausedAt ? 'Courriels suspendus' : 'Courriels partis'}
        done={done}
        total={total}
      />
      {wave.pausedAt && <p>{typo(`Suspendus par ${wave.pausedBy} le ${dateTime(wave.pausedAt)}.`)}</p>}
      {wave.perMinute !== null && done < total && (
        <p>{typo(`Ralentis à ${number(wave.perMinute)} par minute.`)}</p>
      )}
      {maySend && done < total && <Gestures {...props} />}
    </Section>
  )
}

function Held({ stops, alerts }: WaveSendingProps) {
  const [last] = alerts

  return (
    <>
      {stops.map(({ lane, label, evidence, n }) => (
        <Notice
          kind="error"
          title={`La voie ${label} est arrêtée : ${plural(n, 'courriel attend', 'courriels attendent')}`}
        >
          <p>{typo(`Le serveur a dit : « ${evidence} ».`)}</p>
          <p>
            <a href={lanePaths.lane(lane)}>Voir la voie et la rouvrir</a>
          </p>
        </Notice>
      ))}
      {stops.length === 0 && last && (
        <Notice
          kind="warning"
          title={plural(
            alerts.length,
            'courriel refusé à cause de nous',
            'courriels refusés à cause de nous',
          )}
        >
          <p>
            {typo(
              `« ${last.answer} », le ${dateTime(last.at)}. Les destinataires n’y sont pour rien : il repartira.`,
            )}
          </p>
          <p>
            <a href={signingPaths.page()}>Contrôler la signature des courriels</a>
          </p>
        </Notice>
      )}
    </>
  )
}

function Gestures({ wave, problems = [] }: WaveSendingProps) {
  return (
    <>
      <form
        method="post"
        action={wave.pausedAt ? outreachPaths.resume(wave.id) : outreachPaths.pause(wave.id)}
      >
        <Button>
          {wave.pausedAt ? 'Reprendre l’envoi des courriels' : 'Suspendre l’envoi des courriels'}
        </Button>
      </form>
      <details open={problems.some(({ field }) => field === 'perMinute')}>
        <summary>Changer le rythme</summary>
        <Form action={outreachPaths.pace(wave.id)}>
          <TextField
            name="perMinute"
            label="Courriels par minute, au plus"
            hint="Vide : chaque voie va à son propre rythme."
            inputmode="numeric"
            size="short"
            value={wave.perMinute === null ? '' : String(wave.perMinute)}
            error={problems.find(({ field }) => field === 'perMinute')?.message}
          />
          <Actions>
            <Button>Enregistrer le rythme</Button>
          </Actions>
        </Form>
      </details>
    </>
  )
}
