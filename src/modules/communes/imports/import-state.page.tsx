import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import type { ImportState } from './import.ts'

const looks: Record<ImportState, { label: string; tone: Tone }> = {
  uploaded: { label: 'À vérifier', tone: 'neutral' },
  checked: { label: 'Vérifié, à importer', tone: 'ochre' },
  running: { label: 'En cours', tone: 'info' },
  done: { label: 'Importé', tone: 'teal' },
  failed: { label: 'Échoué', tone: 'brick' },
  stopped: { label: 'Arrêté', tone: 'ochre' },
}

/** Where an import stands, in a word. */
export const ImportStateTag = ({ state }: { readonly state: ImportState }) => <Tag {...looks[state]} />
