import type { CheckLine } from '#ui/checklist.tsx'
import type { FunnelStep } from '#ui/funnel.tsx'
import type { MailboxItem } from '#ui/mailbox.tsx'
import type { State } from '#ui/state-bar.tsx'
import type { TimelineEntry } from '#ui/timeline.tsx'
import type { Tone } from '#ui/tone.ts'

type TownHall = { name: string; stage: string; tone: Tone; inhabitants: string; last: string }

export const townHalls: readonly TownHall[] = [
  { name: 'Abscon', stage: 'Écrite', tone: 'info', inhabitants: '4 352', last: 'lettre, 2 nov.' },
  { name: 'Avesnes-le-Sec', stage: 'À écrire', tone: 'neutral', inhabitants: '1 421', last: '' },
  { name: 'Bellaing', stage: 'A répondu', tone: 'ochre', inhabitants: '1 175', last: 'réponse, 17 nov.' },
  { name: 'Bouchain', stage: 'Accompagnée', tone: 'teal', inhabitants: '3 936', last: 'visite, 20 nov.' },
  {
    name: 'Bousignies',
    stage: 'Ne pas écrire',
    tone: 'brick',
    inhabitants: '343',
    last: 'opposition, 5 nov.',
  },
  {
    name: 'Bruille-Saint-Amand',
    stage: 'Écrite',
    tone: 'info',
    inhabitants: '1 619',
    last: 'lettre, 2 nov.',
  },
  {
    name: 'Château-l’Abbaye',
    stage: 'A répondu',
    tone: 'ochre',
    inhabitants: '842',
    last: 'réponse, 17 nov.',
  },
  { name: 'Wasnes-au-Bac', stage: 'Accompagnée', tone: 'teal', inhabitants: '577', last: 'appel, 19 nov.' },
]

export const checkLines: readonly CheckLine[] = [
  { label: 'Le message est complet', state: 'done' },
  { label: 'La mention légale est présente', state: 'done' },
  { label: 'La capacité suffit : 40 mairies, 2 référents', state: 'done' },
  {
    label: 'L’accord de l’association',
    state: 'todo',
    explanation: 'Demandé le 20 novembre 2026 à Yves Lemaire.',
    link: { label: 'Relancer l’association', href: '#' },
  },
  {
    label: 'Les adresses tiennent dans la fenêtre',
    state: 'blocked',
    explanation: 'Une ligne de Bruille-Saint-Amand dépasse 38 signes.',
    link: { label: 'Corriger l’adresse', href: '#' },
  },
]

export const ledger: readonly State[] = [
  { label: 'Remises', count: 27, tone: 'teal', href: '#' },
  { label: 'Postées', count: 8, tone: 'info', href: '#' },
  { label: 'Doute', count: 3, tone: 'ochre', href: '#', hatched: true },
  { label: 'Revenues', count: 1, tone: 'brick', href: '#' },
  { label: 'À imprimer', count: 1, tone: 'neutral', href: '#' },
]

export const funnelSteps: readonly FunnelStep[] = [
  { label: 'Mairies écrites', count: 40, href: '#', tone: 'info' },
  { label: 'Ont répondu', count: 11, href: '#', tone: 'ochre' },
  { label: 'Accompagnement ouvert', count: 4, href: '#', tone: 'teal' },
  { label: 'But atteint', count: 1, href: '#', tone: 'teal' },
]

export const messages: readonly MailboxItem[] = [
  {
    href: '#',
    from: 'Château-l’Abbaye',
    subject: 'Un serveur de fichiers pour l’école',
    at: new Date('2026-11-17T09:05:00Z'),
    excerpt: 'Nos deux classes partagent leurs fichiers par clé.',
    current: true,
  },
  {
    href: '#',
    from: 'Bellaing',
    subject: 'Rappelez-moi',
    at: new Date('2026-11-17T08:12:00Z'),
    excerpt: 'Réponse par le code de la lettre',
    unread: true,
  },
  {
    href: '#',
    from: 'Bousignies',
    subject: 'Ne plus nous écrire',
    at: new Date('2026-11-05T15:40:00Z'),
    excerpt: 'L’opposition est enregistrée.',
    unread: true,
  },
]

export const happenings: readonly TimelineEntry[] = [
  {
    at: new Date('2025-12-03T10:00:00Z'),
    icon: 'file',
    sentence: 'Coordonnées de la mairie importées',
    source: 'Annuaire de l’administration, DILA, 1er décembre 2025',
  },
  {
    at: new Date('2026-11-02T10:00:00Z'),
    icon: 'letter',
    tone: 'info',
    sentence: 'Première lettre postée, lot 2 de la vague 1',
    source: 'Claire Delattre',
  },
  {
    at: new Date('2026-11-17T09:05:00Z'),
    icon: 'answer',
    tone: 'ochre',
    sentence: 'La mairie demande à être rappelée',
    detail: 'Nos deux classes partagent leurs fichiers par clé. Pouvez-vous nous rappeler le mardi matin ?',
    source: 'Code de la lettre, saisi sur le site',
    href: '#',
  },
  {
    at: new Date('2026-11-19T14:00:00Z'),
    icon: 'folder',
    tone: 'teal',
    sentence: 'Accompagnement ouvert : un serveur de fichiers',
    source: 'Yves Lemaire',
    href: '#',
  },
]
