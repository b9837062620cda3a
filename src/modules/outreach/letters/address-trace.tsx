import { typo } from '#ui/french.ts'
import { type AddressParts, longestLine, traceAddress } from '#values/postal-address.ts'

/** How an address goes from what was given to what is printed in the window, line by line, step by step. */
export function AddressTrace({ parts }: { parts: AddressParts }) {
  const lines = traceAddress(parts).filter(({ given, printed }) => given.trim() !== '' || printed !== '')

  return (
    <details>
      <summary>{typo('De l’adresse connue à l’adresse imprimée')}</summary>
      <ol class="address-trace">
        {lines.map(({ number, given, printed, steps }) => (
          <li value={number}>
            {given} → <span class="code">{printed}</span>
            {printed.length > longestLine && (
              <strong>{typo(` ${printed.length} caractères : trop long`)}</strong>
            )}
            {steps.length > 0 && (
              <ul>
                {steps.map(({ from, to, why }) => (
                  <li>
                    {typo(to === '' ? `${why} : « ${from} »` : `${why} : « ${from} » devient « ${to} »`)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
