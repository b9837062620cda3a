/** Domains where anybody has a mailbox: such an address says nothing of whose it is (checked in November 2026). */
const consumerDomains = new Set(
  `aliceadsl.fr aol.com bbox.fr club-internet.fr cegetel.net dbmail.com ecomail.fr free.fr gmail.com gmx.com gmx.fr
   googlemail.com hotmail.com hotmail.fr icloud.com infonie.fr laposte.net libertysurf.fr live.com live.fr lilo.org mac.com
   mailo.com me.com msn.com neuf.fr net-c.com netcourrier.com nordnet.fr noos.fr numericable.fr orange.com orange.fr
   outlook.com outlook.fr pm.me proton.me protonmail.com sfr.fr skynet.be telenet.be tutanota.com voila.fr wanadoo.com
   wanadoo.fr yahoo.com yahoo.fr ymail.com zaclys.net`.split(/\s+/),
)

/** The domain of an address when it may be a commune's own; undefined for a mailbox that anybody can open. */
export function ownDomainOf(address: string): string | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return domain.includes('.') && !consumerDomains.has(domain) ? domain : undefined
}
