import { Actions, Button } from '#ui/button.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { usagePaths } from './usages.paths.ts'

export type CallPageProps = {
  readonly id: string
  readonly commune: string
  readonly software: string
  readonly softwareHref: string
  /** When the town hall may be asked again; nothing when it may be asked now. */
  readonly againOn?: Date
  readonly isSent: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** Asks a town hall for a call through Beffroi, which tells what a referent is, and is not. */
export function CallPage(props: CallPageProps) {
  const { id, commune, software, softwareHref, againOn, isSent, typed, problems } = props
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const title = `Demander un appel à ${commune}`

  if (isSent)
    return (
      <>
        <Hero
          title="Votre demande est partie"
          lede={`${commune} la recevra par courriel et vous répondra si elle le peut.`}
        />
        <p>
          <a href={softwareHref}>{`Revenir à ${software}`}</a>
        </p>
      </>
    )

  return (
    <>
      <Hero
        title={title}
        lede={`Cette mairie utilise ${software} et a dit accepter un appel d’une mairie semblable.`}
      />
      <p>
        {typo(
          'Elle raconte ce qu’elle a vécu : ce qui marche, ce qui a coûté, ce qu’elle ferait autrement. Elle n’assiste pas et ne s’engage à rien : pour qu’on le fasse pour vous, demandez un devis.',
        )}
      </p>
      <ErrorSummary problems={problems} />
      {againOn ? (
        <Notice kind="warning" title="Cette mairie a reçu ses trois demandes du trimestre">
          {typo(`Demandez à une autre, ou revenez à partir du ${date(againOn)}.`)}{' '}
          <a href={softwareHref}>Voir les autres</a>
        </Notice>
      ) : (
        <Form action={usagePaths.call(id)} once={typed.once}>
          <TextField
            name="asker"
            label="Qui demande"
            hint="Votre commune et votre fonction : « Mairie d’Abscon, secrétariat »."
            size="long"
            maxlength={120}
            value={typed.asker}
            error={errorOf('asker')}
          />
          <TextField
            name="reach"
            label="Où vous joindre"
            hint="Un téléphone, avec vos heures, ou une adresse électronique."
            size="long"
            maxlength={160}
            value={typed.reach}
            error={errorOf('reach')}
          />
          <TextArea
            name="question"
            label="Ce que vous voudriez savoir"
            rows={4}
            maxlength={1000}
            value={typed.question}
            error={errorOf('question')}
          />
          <Actions>
            <Button kind="main">Envoyer la demande</Button>
          </Actions>
          <p class="soft">
            {typo(
              'Ce que vous écrivez part dans le courriel et n’est pas gardé. L’adresse de la mairie ne vous est pas donnée.',
            )}
          </p>
        </Form>
      )}
    </>
  )
}
