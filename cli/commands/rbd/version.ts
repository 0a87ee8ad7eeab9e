/** What every program of the release says of itself, and that it is not the real one. */
export const cephVersion = 'ceph version 16.2.15 (simulated) pacific (stable)'
