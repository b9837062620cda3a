/** A paragraph of the awareness campaign, ready to be put in a message: a title and 60 to 90 words. */
export type Theme = { readonly id: string; readonly title: string; readonly text: string }

/** The themes, from the broadest to the most daily. */
export const themes: readonly Theme[] = [
  {
    id: 'autonomie',
    title: 'Rester maître de ses outils',
    text: `Quand un éditeur change ses prix, arrête un produit ou déplace ses serveurs, la mairie subit. Avec un logiciel libre, le code est public : une autre entreprise peut reprendre la maintenance, une autre commune peut partager ses améliorations, et personne ne peut retirer à {{commune}} le droit de s'en servir. La souveraineté commence là, dans un bureau de mairie, par la possibilité de dire non et de continuer à travailler le lendemain.`,
  },
  {
    id: 'economies',
    title: 'Payer le service, pas la licence',
    text: `Un logiciel libre n'est pas toujours gratuit à mettre en place : il faut l'installer, former les agents, l'entretenir. Mais la commune ne paie ni droit d'entrée, ni abonnement par poste, ni supplément parce qu'elle a embauché. L'argent public va au travail de personnes, souvent dans la région, et ce travail reste acquis. Nous vous aidons à comparer sur cinq ans, honnêtement, ce que coûte chaque solution, départ compris.`,
  },
  {
    id: 'donnees-des-habitants',
    title: 'Prendre soin des données des habitants',
    text: `État civil, listes électorales, inscriptions à la cantine : les habitants confient à la mairie ce qu'ils ont de plus personnel, et ils n'ont pas le choix. Cette confiance mérite des réponses claires : où sont ces données, qui peut les lire, que deviennent-elles si l'on change de prestataire ? Avec des logiciels dont le code se vérifie et un hébergement choisi par la commune, elles peuvent être écrites.`,
  },
  {
    id: 'formats-ouverts',
    title: 'Relire dans vingt ans ce que l’on écrit aujourd’hui',
    text: `Une délibération doit pouvoir se relire bien après le départ de l'ordinateur qui l'a produite. Les formats ouverts, comme OpenDocument pour les textes et les tableaux ou PDF/A pour les archives, sont publiés et normalisés : n'importe quel logiciel peut les lire, aujourd'hui et demain. Les adopter ne demande ni achat ni rupture. C'est un réglage, une habitude à prendre, et la garantie que les archives {{de_commune}} resteront à la commune.`,
  },
  {
    id: 'ecole',
    title: 'À l’école, des outils que l’on peut emporter',
    text: `Un enfant qui apprend avec un logiciel libre peut installer le même à la maison, sans que ses parents aient rien à payer. Des suites éducatives complètes, du calcul à la cartographie, de l'écriture à la musique, fonctionnent sur des ordinateurs modestes, même sans connexion. La commune équipe la classe une fois pour toutes, les enseignants choisissent, et les familles retrouvent chez elles ce que l'on a commencé à l'école.`,
  },
  {
    id: 'cimetiere',
    title: 'Tenir le cimetière sans dépendre de personne',
    text: `Concessions, titulaires, échéances, plan des emplacements : la gestion d'un cimetière s'étend sur des générations, bien plus longtemps que la vie d'un logiciel ordinaire. Des outils libres écrits par et pour des communes savent la tenir, carte à l'appui, et rendent à tout moment l'ensemble des registres dans un format lisible. C'est souvent par là qu'une mairie commence : le besoin est net, le résultat se voit, et la reprise des données se prépare à deux.`,
  },
  {
    id: 'accessibilite',
    title: 'N’oublier personne',
    text: `Un site ou un formulaire municipal doit pouvoir être lu par une personne aveugle, utilisé au clavier par une personne qui tremble, compris par celle qui lit avec peine. La loi le demande, le bon sens aussi. Les logiciels libres que nous proposons sont choisis pour cela et peuvent être corrigés quand un obstacle apparaît : il suffit de le signaler. Ce que {{commune}} fait réparer profite ensuite à toutes les mairies.`,
  },
  {
    id: 'vieux-ordinateurs',
    title: 'Donner une seconde vie aux ordinateurs',
    text: `Un ordinateur déclaré trop vieux par son système l'est rarement pour écrire un courrier ou consulter un site. Avec un système libre et léger, il repart pour plusieurs années : au secrétariat, à la bibliothèque, à l'école, ou chez un habitant qui n'en a pas. C'est une dépense évitée, un déchet de moins, et l'occasion d'un atelier où l'on apprend ensemble à remettre une machine en route plutôt qu'à la jeter.`,
  },
  {
    id: 'mutualisation',
    title: 'Partager entre communes',
    text: `Les petites mairies n'ont pas de service informatique, et ce n'est plus une faiblesse dès qu'elles se groupent. Une commune signale un défaut, une autre finance une amélioration, une troisième rédige le mode d'emploi : avec un logiciel libre, chacun de ces gestes sert à toutes. À l'échelle de l'intercommunalité, on peut héberger une fois, former ensemble et s'entraider d'un secrétariat à l'autre. Nous mettons en relation les mairies qui utilisent déjà le même outil.`,
  },
  {
    id: 'securite',
    title: 'Se protéger sans jargon',
    text: `Une mairie de quelques centaines d'habitants intéresse aussi les rançonneurs : ils ne choisissent pas leurs victimes, ils ramassent celles dont la porte est ouverte. Trois habitudes arrêtent presque tout : des sauvegardes que l'on a essayé de relire, des mises à jour faites à temps, des mots de passe gardés dans un coffre. Des logiciels libres et vérifiables existent pour chacune. Nous les installons avec vous, et nous vérifions ensemble qu'ils servent.`,
  },
]
