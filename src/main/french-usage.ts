import type { Command } from 'commander'

/** Speaks French in the help of a program and of its commands, and throws instead of leaving. */
export function usageInFrench(program: Command): Command {
  return program
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, styleUsage: sayCommand })
    .configureOutput({ outputError: (text, write) => write(translate(text)) })
    .showHelpAfterError('(--help montre comment l’écrire)')
    .exitOverride()
}

/** The same for the commands that the modules added: they inherit nothing once made elsewhere. */
export function inFrench(program: Command): Command {
  for (const command of program.commands) {
    command.helpOption('-h, --help', 'affiche cette aide').copyInheritedSettings(program)
    inFrench(command)
  }
  return program
}

const sayCommand = (usage: string) => usage.replace('[command]', '[commande]')

const titles: Record<string, string> = {
  'Usage:': 'Usage :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Arguments:': 'Arguments :',
  'Global Options:': 'Options générales :',
}

const phrases: readonly [RegExp, string][] = [
  [/error: unknown command '(.*)'/, 'Commande inconnue : $1.'],
  [/error: unknown option '(.*)'/, 'Option inconnue : $1.'],
  [/error: missing required argument '(.*)'/, 'Il manque « $1 ».'],
  [/error: option '(.*)' argument missing/, 'L’option $1 attend une valeur.'],
  [/error: required option '(.*)' not specified/, 'Il manque l’option $1.'],
  [/error: too many arguments.*/, 'Il y a trop de mots.'],
  [/error: (?:option|command-argument value) (.*) is invalid\./, 'Valeur refusée : $1.'],
  [/\(Did you mean (.*)\?\)/, 'Peut-être $1 ?'],
  [/\(Did you mean one of (.*)\?\)/, 'Peut-être l’une de : $1 ?'],
  [/^error: /, ''],
]

const translate = (text: string) =>
  phrases.reduce((said, [english, french]) => said.replace(english, french), text)
