/** What every program of the simulated release says of itself: scripts look for the release, so it is the real line. */
export const cephVersion = 'ceph version 16.2.15 (618f440892089921c3e944a991122ddc44e60516) pacific (stable)'
