/**
 * The address of the first person until they give their own: nobody can receive mail there (RFC 2606), and only the
 * terminal's link opens it.
 */
export const firstPersonEmail = 'premiere-personne@beffroi.invalid'
