import type { Tone } from '../deliveries/delivery.ts'

type Standing = {
  readonly stop?: { readonly why: 'policy' | 'our-side' }
  readonly alerts: readonly unknown[]
  readonly terms: { readonly leftToday: number | undefined }
}

/** How a lane stands, in two words and a tone. */
export function laneLook({ stop, alerts, terms }: Standing): { readonly label: string; readonly tone: Tone } {
  if (stop) return { label: 'Arrêtée', tone: 'brick' }
  if (alerts.length > 0) return { label: 'En alerte', tone: 'ochre' }
  if (terms.leftToday === 0) return { label: 'Sa journée est faite', tone: 'info' }
  return { label: 'Ouverte', tone: 'teal' }
}

/** Why a lane was stopped, and what to do before it is started again. */
export const stopReasons: Record<'policy' | 'our-side', string> = {
  policy:
    'Nos courriels y sont refusés trois fois sur cent pour leur réputation ou leur signature. Contrôlez la signature, puis demandez à l’opérateur de ces boîtes.',
  'our-side':
    'Le serveur d’envoi nous a refusés nous-mêmes : compte, mot de passe ou adresse d’expéditeur. La personne qui tient la machine règle SMTP_URL et MAIL_FROM.',
}
