export type Account = { uid: number; gid: number };

/** PostgreSQL refuses to run as root and wants an account with a passwd entry; 65534 is nobody on every Linux. */
const nobody: Account = { uid: 65_534, gid: 65_534 };

/** The account that the server runs as: nobody when we are root, ourselves (undefined) otherwise. */
export function serverAccount(): Account | undefined {
  return process.getuid?.() === 0 ? nobody : undefined;
}
