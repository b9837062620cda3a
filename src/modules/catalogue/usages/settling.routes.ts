import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import type { Decision } from '#values/decision.ts'
import {
  askOnceMore,
  confirmByHand,
  restoreSaid,
  type SettlingRefusal,
  withdrawSaid,
} from './settle-declaration.action.ts'
import { type settlingNotices, settlingRefusals } from './settling-words.ts'

const Evidence = z.object({ evidence: z.string().trim().max(500).default('') })
const Why = z.object({ why: z.string().trim().max(300).default('') })

export type RefusedGesture = { readonly problems: readonly Problem[]; readonly typed: FormValues }

type ShowOne = (c: Context<Env>, refused: RefusedGesture) => Promise<Response>

/** What an editor does with one thing said of a commune, a usage or a lock; `showOne` draws its page when a gesture is refused. */
export function settlingRoutes(kind: 'usages' | 'locks', showOne: ShowOne) {
  const settling = (c: Context<Env>) => {
    const { name, organisation } = memberOf(c)
    return { kind, id: c.req.param('id') ?? '', by: `${name} (${organisation.name})` } as const
  }

  function settled(
    c: Context<Env>,
    done: keyof typeof settlingNotices,
    decision: Decision<string, SettlingRefusal>,
    typed: FormValues = {},
  ) {
    if (!decision.ok) return showOne(c, { problems: [settlingRefusals[decision.reason]], typed })
    return c.redirect(`/${kind}/${decision.value}?done=${done}`, 303)
  }

  return app()
    .post(`/${kind}/:id/askings`, async (c) =>
      settled(c, 'asked', await askOnceMore(c.var.world, settling(c))),
    )

    .post(`/${kind}/:id/confirmations`, async (c) => {
      const form = await readForm(c, Evidence)
      if (!form.ok) return showOne(c, form)
      const decision = await confirmByHand(c.var.world, settling(c), form.value.evidence)
      return settled(c, 'confirmed', decision, form.value)
    })

    .post(`/${kind}/:id/withdrawals`, async (c) => {
      const form = await readForm(c, Why)
      if (!form.ok) return showOne(c, form)
      const decision = await withdrawSaid(c.var.world, settling(c), form.value.why)
      return settled(c, 'withdrawn', decision, form.value)
    })

    .post(`/${kind}/:id/restorations`, async (c) =>
      settled(c, 'restored', await restoreSaid(c.var.world, settling(c))),
    )
}
