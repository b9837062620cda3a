import type { Problem } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { mailboxPaths } from '../mailbox.paths.ts'

export type OutboxReplyProps = {
  readonly to: string
  readonly subject: string
  readonly address: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** Answers an e-mail of the outbox in its reader's place, while nothing leaves for real: to see what an answer does. */
export function OutboxReplyPage({ to, subject, address, typed, problems }: OutboxReplyProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <PageHeader title="Répondre comme le destinataire" lede={typo(`À « ${subject} ».`)} />
      <Notice title="Rien ne part ni n’arrive d’ailleurs">
        Aucun serveur d’envoi n’est réglé : vous jouez la mairie, et votre réponse entre dans le courrier reçu
        par le même chemin qu’une vraie.
      </Notice>
      <ErrorSummary problems={problems} />
      <Form action={mailboxPaths.reply(to)}>
        <TextField name="name" label="Votre nom" value={typed.name} optional maxlength={100} />
        <TextField
          name="from"
          label="L’adresse d’où vous répondez"
          hint="Souvent une autre que celle à laquelle on a écrit : essayez."
          type="email"
          value={typed.from ?? address}
          error={errorOf('from')}
        />
        <TextArea
          name="text"
          label="Votre réponse"
          value={typed.text}
          error={errorOf('text')}
          rows={8}
          maxlength={20_000}
        />
        <Button kind="main" icon="answer">
          Répondre comme le destinataire
        </Button>
      </Form>
    </>
  )
}
