/** Domains where anybody has a mailbox or a site: an address there says nothing of a company (checked in November 2026). */
const shared = new Set(
  `aliceadsl.fr aol.com bbox.fr club-internet.fr facebook.com free.fr gitlab.com github.com github.io gitlab.io gmail.com
   gmx.com gmx.fr google.com googlemail.com hotmail.com hotmail.fr icloud.com instagram.com jimdo.com jimdofree.com laposte.net
   linkedin.com live.com live.fr lilo.org mac.com mailo.com me.com msn.com neuf.fr net-c.com netcourrier.com nordnet.fr
   numericable.fr orange.com orange.fr outlook.com outlook.fr over-blog.com ovh.com ovh.net pagesjaunes.fr
   pagesperso-orange.fr pm.me proton.me protonmail.com sfr.fr site.google.com sites.google.com squarespace.com tutanota.com
   twitter.com voila.fr wanadoo.fr webador.fr wixsite.com wordpress.com x.com yahoo.com yahoo.fr ymail.com youtube.com
   zaclys.com zaclys.net`.split(/\s+/),
)

/** Whether a host is one of them, or a name below one. */
export const isShared = (host: string) => {
  const labels = host.split('.')
  return labels.some((_, rank) => shared.has(labels.slice(rank).join('.')))
}
