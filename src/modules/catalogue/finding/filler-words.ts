/**
 * Words that say that somebody wants something, not what: « il nous faut un logiciel gratuit pour la mairie ». They weigh
 * nothing, unless nothing else was typed.
 */
export const isFiller = (word: string) => fillers.has(word)

const fillers = new Set(
  `a ai ait afin aller allez allons alors alternative alternatives apres assez au aurait aussi autre autres aux avec avez avoir avons ayant
  beaucoup besoin besoins bien bon bonjour bonsoir bonne bref but
  c ca car ce cela celui ces cest cet cette ceux chaque cherche cherchent cherchez cherchons chercher chez ci comme comment
  connaissez connaitre conseil conseillez conseils concernant contre correct cordialement
  d dans de demande deja depuis des dire dispo disponible disons doit doivent dois donc dont du
  e elle elles en encore entre equivalent equivalents equivalente es est et etaient etait etant etc ete etes etre eu euh eux existe existent expliquer
  facile facilement faire fait fasse fasses faudrait faut ferait font fonctionne
  g genre gerer gestion gestionnaire gratos gratuit gratuite gratuitement gratuits grace
  h hello hors
  i ici il ils installer
  j jai je jour jusqu
  l la le les leur leurs libre libres logiciel logiciels logiciel lorsque lui
  m ma mais maintenant mairie mairies manque me meme mes met mettre merci moi moins mon
  n ne ni nom nos note notre nous notamment
  on open opensource ont ou outil outils
  p par parce parfois pas payant payante pe peu peut peuvent peux plus plutot pour pouvoir pouvons possible possibilite pourrait pourquoi pourrions
  prefere pres presque pr programme programmes progiciel prog propose proposer proposez
  qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi
  recherche recherchons rech remplace remplacant remplacer remplacement remplacerait rien
  s sa sais sans savoir se sera serait ses si simple simplement soft softs software soit solution solutions son sont soit souhaite souhaitons source sous st sur svp
  t ta tel telle tes toi ton tous tout toute toutes tres trop trouve trouver type
  un une uns
  utilise utilisent utiliser utilisons
  va vais veut veux vers vite voila voir voire voudrais voudrait vos votre vous voulons vouloir
  x y
  application applications appli applis app apps
  actuellement aide aider ancien ancienne appelle arreter arrete achete acheter avant
  commune communes nouveau nouvelle petit petite petits petites petites village
  quitter abandonner abandonne changer change place lieu passer version licence licences abonnement abonnements cher chere chers prix
  permettre permet permettant permettrait capable concurrent equivalence similaire ressemble pareil mieux style
  merde truc trucs machin chose choses genre systeme systemes plateforme module`
    .split(/\s+/)
    .filter(Boolean),
)
