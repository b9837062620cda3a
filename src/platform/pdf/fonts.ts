import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const next = '@expo-google-fonts/atkinson-hyperlegible-next'
const mono = '@expo-google-fonts/atkinson-hyperlegible-mono'

// Atkinson Hyperlegible (OFL): the only faces of our documents, whatever the machine has installed.
const faces = [
  `${next}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  `${next}/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf`,
  `${next}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  `${next}/700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic.ttf`,
  `${mono}/400Regular/AtkinsonHyperlegibleMono_400Regular.ttf`,
  `${mono}/700Bold/AtkinsonHyperlegibleMono_700Bold.ttf`,
]

/** The font files of every PDF, read from the installed packages. */
export function fontFiles() {
  const { resolve } = createRequire(import.meta.url)

  return faces.map((face) => readFileSync(resolve(face)))
}
