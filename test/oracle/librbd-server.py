#!/usr/bin/python3
"""The real Ceph's end of the differential test: reads one JSON call a line on stdin, carries it out with librbd and
answers one JSON line: {"errno": N} for a refusal, else {"value": ...}. The environment's CEPH_CONF says which cluster.

    {"op": "write", "namespace": "s1", "image": "a", "offset": 0, "length": 4096, "byte": 17}

Every call opens what it needs and closes it again, as one run of the rbd command would.
"""
import hashlib
import json
import os
import sys

import rados
import rbd

POOL = sys.argv[1]
cluster = rados.Rados(conffile=os.environ['CEPH_CONF'])
cluster.connect()
api = rbd.RBD()


def scope(call):
    ioctx = cluster.open_ioctx(POOL)
    ioctx.set_namespace(call['namespace'])
    return ioctx


def image(call, **kw):
    return rbd.Image(scope(call), call['image'], **kw)


def hashed(opened, size):
    digest, offset = hashlib.md5(), 0
    while offset < size:
        piece = opened.read(offset, min(4 << 20, size - offset))
        digest.update(piece)
        offset += len(piece)
    return digest.hexdigest()


def extents(opened, size, since, whole):
    found = []
    if size == 0:  # librbd 16.2.15 aborts on an assertion
        return found
    opened.diff_iterate(0, size, since, lambda offset, length, exists: found.append([offset, length, exists]), whole_object=whole)
    return found


def parent_of(opened):
    try:
        spec = opened.get_parent_image_spec()
    except rbd.ImageNotFound:
        return None
    return [spec['image_name'], spec['snap_name'], opened.overlap()]


def write_zeroes(c):
    with image(c) as opened:
        left = opened.size() - c['offset']
        opened.write_zeroes(c['offset'], min(c['length'], left) if left > 0 else c['length'])


def state_of(opened, size):
    return {'size': size, 'parent': parent_of(opened), 'content': hashed(opened, size)}


def user_snapshots(opened):
    return [s for s in opened.list_snaps() if s['namespace'] == rbd.RBD_SNAP_NAMESPACE_TYPE_USER]


def observe(call):
    """All that can be told of an image: sizes, parents, bytes and diffs of the head and each snapshot."""
    with image(call, read_only=True) as head:
        snapshots, previous, size = [], None, head.size()
        names = [s['name'] for s in user_snapshots(head)]
        # A clone that was shrunk to nothing and flattened is called a clone (OPERATIONS) for ever.
        features = head.features() & ~(0 if size else 256)
        view = dict(state_of(head, size), order=head.stat()['order'], features=features, snapshots=snapshots)
        view['metadata'] = sorted([k, v] for k, v in head.metadata_list())
        view['extents'] = extents(head, size, None, False)
        view['objects'] = extents(head, size, None, True)
        for name in names:
            protected = head.is_protected_snap(name)
            with image(call, snapshot=name, read_only=True) as snap:
                entry = dict(state_of(snap, snap.size()), name=name, protected=protected)
                entry['extents'] = extents(snap, snap.size(), None, False)
                entry['changed'] = extents(snap, snap.size(), previous, False) if previous else None
                entry['changedObjects'] = extents(snap, snap.size(), previous, True) if previous else None
                snapshots.append(entry)
            head.set_snap(name)
            entry['children'] = sorted(child[1] for child in head.list_children())
            head.set_snap(None)
            entry['since'] = extents(head, size, name, False)
            previous = name
        return view


def create(c):
    api.create(scope(c), c['image'], c['size'], order=c['order'], old_format=False, features=c['features'])


def write(c):
    with image(c) as opened:
        left = opened.size() - c['offset']  # what reaches past the end is cut
        return opened.write(bytes([c['byte']]) * (min(c['length'], left) if left > 0 else c['length']), c['offset'])


def discard(c):
    with image(c) as opened:
        opened.discard(c['offset'], c['length'])


def resize(c):
    with image(c) as opened:
        opened.resize(c['size'], c['allowShrink'])


def on_image(method, *keys):
    def act(c):
        with image(c) as opened:
            getattr(opened, method)(*[c[k] for k in keys])
    return act


def clone(c):
    options = {} if c['order'] is None else {'order': c['order']}
    cluster.conf_set('rbd_default_clone_format', str(c['format']))
    api.clone(scope(c), c['image'], c['snapshot'], scope(c), c['child'], features=c['features'], **options)


def deep_copy(c):
    cluster.conf_set('rbd_default_clone_format', 'auto')
    with image(c, read_only=True) as opened:
        opened.deep_copy(scope(c), c['child'])


def copy(c):
    with image(c, read_only=True) as opened:
        opened.copy(scope(c), c['child'])


def trashed(c):
    return next((t['id'] for t in api.trash_list(scope(c)) if t['name'] == c['image']), None)


def restore(c):
    found = trashed(c)
    if found is None:
        raise rbd.ImageNotFound('not in the trash', errno=2)
    api.trash_restore(scope(c), found, c['image'])


def empty_trash(c):
    found = trashed(c)
    if found is None:
        raise rbd.ImageNotFound('not in the trash', errno=2)
    api.trash_remove(scope(c), found, True)


def close_scope(c):
    """Removes all that a sequence left behind, children first."""
    ioctx = scope(c)
    for entry in api.trash_list(ioctx):
        api.trash_restore(ioctx, entry['id'], 'trash.' + entry['id'])
    while names := list(api.list(ioctx)):
        for name in names:
            try:
                with rbd.Image(ioctx, name) as opened:
                    if parent_of(opened) or opened.overlap():
                        opened.flatten()
                    for snap in user_snapshots(opened):
                        if opened.is_protected_snap(snap['name']):
                            opened.unprotect_snap(snap['name'])
                        opened.remove_snap(snap['name'])
                api.remove(ioctx, name)
            except (rbd.ImageBusy, rbd.ImageHasSnapshots):
                pass
    api.namespace_remove(cluster.open_ioctx(POOL), c['namespace'])


OPS = {
    'close-scope': close_scope,
    'open-scope': lambda c: api.namespace_create(cluster.open_ioctx(POOL), c['namespace']),
    'list': lambda c: sorted(api.list(scope(c))),
    'list-trash': lambda c: sorted(t['name'] for t in api.trash_list(scope(c))),
    'observe': observe,
    'create': create,
    'write': write,
    'discard': discard,
    'resize': resize,
    'write-zeroes': write_zeroes,
    'snapshot': on_image('create_snap', 'snapshot'),
    'remove-snapshot': on_image('remove_snap', 'snapshot'),
    'protect': on_image('protect_snap', 'snapshot'),
    'unprotect': on_image('unprotect_snap', 'snapshot'),
    'rename-snapshot': on_image('rename_snap', 'snapshot', 'name'),
    'rollback': on_image('rollback_to_snap', 'snapshot'),
    'set-metadata': on_image('metadata_set', 'key', 'text'),
    'flatten': on_image('flatten'),
    'clone': clone,
    'copy': copy,
    'deep-copy': deep_copy,
    'rename': lambda c: api.rename(scope(c), c['image'], c['name']),
    'remove': lambda c: api.remove(scope(c), c['image']),
    'trash': lambda c: api.trash_move(scope(c), c['image'], 0),
    'restore': restore,
    'empty-trash': empty_trash,
}

for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {'value': OPS[request['op']](request)}
    except rbd.Error as error:
        answer = {'errno': getattr(error, 'errno', None) or 22, 'message': str(error)}
    except Exception as error:  # a mistake in this program, not an answer of Ceph's
        answer = {'mistake': repr(error)}
    print(json.dumps(answer), flush=True)
