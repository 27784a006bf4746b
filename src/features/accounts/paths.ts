/** Addresses that mails lead to. */
export const INVITATION_PATH = '/invitation';
export const RESET_PATH = '/ny-adgangskode';
