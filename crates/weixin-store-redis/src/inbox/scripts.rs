//! The operations of the inbox, each an atomic Lua script on one partition. Timestamps are decimal
//! milliseconds. Positions and revisions are decimal numbers below 2^53, which Lua numbers
//! represent exactly. The current time is passed by the caller; scripts never use the clock of
//! Redis.
//!
//! `KEYS[1]` is the prefix of the partition's keys, and `ARGV[1]` is the current time. A script
//! builds the names of all keys from the prefix. They have the same hash tag, so Redis Cluster
//! keeps them on one node. After the prefix and a colon:
//!
//! | key | type | contents |
//! |---|---|---|
//! | `item:ID` | hash | one item: `push`, `progress` (unless empty), `received`, `position`, `state`, `owner` of the claim, `due`, `expires`, `attempts`, `revision`, `lane` (unless independent) |
//! | `lane:LANE` | list | the unfinished items of a lane, oldest first |
//! | `all` | sorted set | all items by position |
//! | `live` | sorted set | the waiting and claimed items by position |
//! | `due` | sorted set | the waiting items that are first in their lane or independent, by the time at which they can be claimed |
//! | `claims:OWNER` | sorted set | the items that an owner has claimed, by position |
//! | `parked` | sorted set | the parked items by position |
//! | `finished` | sorted set | the finished items by expiry |
//! | `owners` | sorted set | the owners, by the end of their claims |
//! | `last` | string | the last position or removed revision |
//!
//! The position of an item is the time at which it was added in microseconds, or one more than the
//! last one. It orders the items of all partitions and is the first revision of the item.

use std::sync::LazyLock;

use redis::Script;

/// The results of scripts.
pub(super) mod reply {
    pub(in crate::inbox) const CLAIMED: &str = "claimed";
    pub(in crate::inbox) const CONFLICT: &str = "conflict";
    pub(in crate::inbox) const DONE: &str = "done";
    pub(in crate::inbox) const KNOWN: &str = "known";
    pub(in crate::inbox) const LOST: &str = "lost";
    pub(in crate::inbox) const WAITING: &str = "waiting";
}

/// The fields of an item in the order in which scripts return them. The first seven are its status.
pub(super) const FIELDS: [&str; 9] =
    ["state", "owner", "due", "expires", "attempts", "revision", "progress", "push", "received"];

/// The number of fields of a status.
pub(super) const STATUS_FIELDS: usize = 7;

/// What several scripts need.
const COMMON: &str = r"
    local base, now = KEYS[1], tonumber(ARGV[1])
    local ALL, LIVE, DUE, LAST = base .. ':all', base .. ':live', base .. ':due', base .. ':last'
    local PARKED, FINISHED, OWNERS = base .. ':parked', base .. ':finished', base .. ':owners'

    local function item_key(id) return base .. ':item:' .. id end
    local function lane_key(lane) return base .. ':lane:' .. lane end
    local function claims_key(owner) return base .. ':claims:' .. owner end
    local function text(number) return string.format('%.0f', number) end

    local function status(id)
        return redis.call('HMGET', item_key(id),
            'state', 'owner', 'due', 'expires', 'attempts', 'revision', 'progress')
    end

    -- The id and all fields.
    local function read(id)
        local fields = redis.call('HMGET', item_key(id),
            'state', 'owner', 'due', 'expires', 'attempts', 'revision', 'progress', 'push', 'received')
        table.insert(fields, 1, id)
        return fields
    end

    local function append(list, more)
        for index = 1, #more do list[#list + 1] = more[index] end
        return list
    end

    -- Whether an owner is registered, and its claims have not ended.
    local function is_owner(owner)
        local ends = redis.call('ZSCORE', OWNERS, owner)
        return ends and tonumber(ends) > now
    end

    local function is_expired(state, expires)
        return state == 'finished' and tonumber(expires) <= now
    end

    -- Claims an item that waits.
    local function claim(id, owner)
        redis.call('ZREM', DUE, id)
        redis.call('HINCRBY', item_key(id), 'attempts', 1)
        redis.call('HINCRBY', item_key(id), 'revision', 1)
        redis.call('HSET', item_key(id), 'state', 'claimed', 'owner', owner)
        redis.call('HDEL', item_key(id), 'due')
        local position = redis.call('HGET', item_key(id), 'position')
        redis.call('ZADD', claims_key(owner), position, id)
    end

    -- Takes an item out of the list of its lane. If it was the first, the next one becomes due, or is claimed
    -- for `owner` if there is one. Returns the id of the item that was claimed, or false.
    local function leave_lane(id, lane, owner)
        if not lane then return false end
        if redis.call('LINDEX', lane_key(lane), 0) ~= id then
            redis.call('LREM', lane_key(lane), 1, id)
            return false
        end
        local first, due
        repeat
            redis.call('LPOP', lane_key(lane))
            first = redis.call('LINDEX', lane_key(lane), 0)
            if not first then return false end
            -- An item is missing if Redis has evicted it.
            due = redis.call('HGET', item_key(first), 'due')
        until due
        if owner ~= '' and tonumber(due) <= now and is_owner(owner) then
            claim(first, owner)
            return first
        end
        redis.call('ZADD', DUE, due, first)
        return false
    end

    -- Removes an item that is in no lane. Items that are added later have larger revisions.
    local function forget(id)
        local revision = redis.call('HGET', item_key(id), 'revision')
        local last = redis.call('GET', LAST)
        if revision and tonumber(revision) > tonumber(last or '0') then
            redis.call('SET', LAST, revision)
        end
        redis.call('DEL', item_key(id))
        redis.call('ZREM', ALL, id)
        redis.call('ZREM', LIVE, id)
        redis.call('ZREM', FINISHED, id)
    end

    -- Removes finished items that have expired, at most this many.
    local function forget_expired(most)
        for _, id in ipairs(redis.call('ZRANGEBYSCORE', FINISHED, '-inf', ARGV[1], 'LIMIT', 0, most)) do
            forget(id)
        end
    end

    -- Ends the claim of an item.
    local function end_claim(id, owner)
        redis.call('ZREM', claims_key(owner), id)
        redis.call('HDEL', item_key(id), 'owner')
        redis.call('HSET', item_key(id), 'state', 'waiting', 'due', ARGV[1])
        redis.call('HINCRBY', item_key(id), 'revision', 1)
        redis.call('ZADD', DUE, ARGV[1], id)
    end

    -- Ends claims of an owner, at most this many, and removes the owner if none is left. Returns
    -- the number of ended claims.
    local function end_claims(owner, most)
        local claimed = redis.call('ZRANGE', claims_key(owner), 0, most - 1)
        for _, id in ipairs(claimed) do end_claim(id, owner) end
        if redis.call('EXISTS', claims_key(owner)) == 0 then redis.call('ZREM', OWNERS, owner) end
        return #claimed
    end
";

fn script(body: &str) -> Script {
    Script::new(&format!("{COMMON}{body}"))
}

/// Reads how the inbox is arranged, and creates it if there is none. `KEYS`: the description of the
/// inbox (in no partition). `ARGV`: the version of this layout, the number of partitions of a new
/// inbox. Returns the version and the number of partitions.
pub(super) static OPEN: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local held = redis.call('HMGET', KEYS[1], 'version', 'partitions')
        if held[1] then return held end
        redis.call('HSET', KEYS[1], 'version', ARGV[1], 'partitions', ARGV[2])
        return {ARGV[1], ARGV[2]}
        ",
    )
});

/// Registers an owner. `ARGV`: now, owner, the end of its claims.
pub(super) static REGISTER: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        redis.call('ZADD', OWNERS, ARGV[3], ARGV[2])
        return 'done'
        ",
    )
});

/// Extends the claims of an owner. `ARGV`: now, owner, the new end of its claims.
pub(super) static RENEW: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        if not is_owner(ARGV[2]) then return 'lost' end
        redis.call('ZADD', OWNERS, ARGV[3], ARGV[2])
        return 'done'
        ",
    )
});

/// Ends the claims of an owner: at once for all operations, which treat it as unknown, and of at
/// most this many items in this call. `ARGV`: now, owner, the number of items. Returns the number
/// of items whose claims were ended.
pub(super) static UNREGISTER: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        if not redis.call('ZSCORE', OWNERS, ARGV[2]) then return 0 end
        redis.call('ZADD', OWNERS, 0, ARGV[2])
        return end_claims(ARGV[2], tonumber(ARGV[3]))
        ",
    )
});

/// Adds an item and claims it if it is the first in its lane. Removes up to two expired items, so
/// that their number does not grow however many are added. `ARGV`: now, owner, id, lane (or empty),
/// push. Returns `claimed` or `waiting` and the revision, `known` and the status, or `lost`.
pub(super) static ENQUEUE: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        local owner, id, lane, push = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
        if not is_owner(owner) then return {'lost'} end
        forget_expired(2)
        local held = status(id)
        if is_expired(held[1], held[4]) then
            forget(id)
        elseif held[1] then
            return append({'known'}, held)
        end
        local last = tonumber(redis.call('GET', LAST) or '0')
        local position = text(math.max(now * 1000, last + 1))
        redis.call('SET', LAST, position)
        redis.call('ZADD', ALL, position, id)
        redis.call('ZADD', LIVE, position, id)
        local fields = {'push', push, 'received', ARGV[1], 'position', position, 'revision', position}
        local is_first = true
        if lane ~= '' then
            append(fields, {'lane', lane})
            is_first = redis.call('RPUSH', lane_key(lane), id) == 1
        end
        if not is_first then
            append(fields, {'state', 'waiting', 'due', ARGV[1], 'attempts', '0'})
            redis.call('HSET', item_key(id), unpack(fields))
            return {'waiting', position}
        end
        append(fields, {'state', 'claimed', 'owner', owner, 'attempts', '1'})
        redis.call('HSET', item_key(id), unpack(fields))
        redis.call('ZADD', claims_key(owner), position, id)
        return {'claimed', position}
        ",
    )
});

/// Changes an item. `ARGV`: now, id, the revision seen, what becomes of it (`keep`, `finish`,
/// `retry`, `give_back`, `replay`, `park`, `resume` or `remove`), the argument of that (the expiry of
/// `finish`, the time of `retry`, the owner of `resume`), progress (or empty, to leave it as it
/// is), the owner that claims the next item (or empty). Returns `done`, the revision, and the id
/// and the fields of the next item if one was claimed; or `conflict` and the status if there is
/// one; or `lost`.
pub(super) static UPDATE: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        local id, seen, change, argument = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
        local progress, next_owner = ARGV[6], ARGV[7]
        local key = item_key(id)
        local held = redis.call('HMGET', key,
            'state', 'revision', 'owner', 'lane', 'expires', 'position')
        local state, owner, lane, position = held[1], held[3], held[4], held[6]
        if not state or is_expired(state, held[5]) then return {'conflict'} end
        if held[2] ~= seen then return append({'conflict'}, status(id)) end
        if change == 'resume' and not is_owner(argument) then return {'lost'} end

        local revision = text(tonumber(seen) + 1)
        local fields = {'revision', revision}
        if progress ~= '' then append(fields, {'progress', progress}) end
        if change == 'keep' then
            redis.call('HSET', key, unpack(fields))
            return {'done', revision}
        end

        if state == 'claimed' then
            redis.call('ZREM', claims_key(owner), id)
        elseif state == 'waiting' then
            redis.call('ZREM', DUE, id)
        elseif state == 'parked' then
            redis.call('ZREM', PARKED, id)
        else
            redis.call('ZREM', FINISHED, id)
        end
        redis.call('HDEL', key, 'owner', 'due', 'expires')

        if change == 'retry' or change == 'give_back' or change == 'replay' then
            if change == 'replay' then
                argument = ARGV[1]
                append(fields, {'attempts', '0'})
            elseif change == 'give_back' then
                argument = ARGV[1]
                local attempts = tonumber(redis.call('HGET', key, 'attempts'))
                append(fields, {'attempts', text(math.max(attempts - 1, 0))})
            end
            append(fields, {'state', 'waiting', 'due', argument})
            redis.call('HSET', key, unpack(fields))
            redis.call('ZADD', LIVE, position, id)
            if not lane or redis.call('LINDEX', lane_key(lane), 0) == id then
                redis.call('ZADD', DUE, argument, id)
            end
            return {'done', revision}
        end

        local following = leave_lane(id, lane, next_owner)
        if lane then redis.call('HDEL', key, 'lane') end
        if change == 'finish' then
            append(fields, {'state', 'finished', 'expires', argument})
            redis.call('ZREM', LIVE, id)
            redis.call('ZADD', FINISHED, argument, id)
        elseif change == 'park' then
            append(fields, {'state', 'parked'})
            redis.call('ZREM', LIVE, id)
            redis.call('ZADD', PARKED, position, id)
        elseif change == 'resume' then
            append(fields, {'state', 'claimed', 'owner', argument})
            redis.call('HINCRBY', key, 'attempts', 1)
            redis.call('ZADD', LIVE, position, id)
            redis.call('ZADD', claims_key(argument), position, id)
        end
        redis.call('HSET', key, unpack(fields))
        if change == 'remove' then forget(id) end
        if following then return append({'done', revision}, read(following)) end
        return {'done', revision}
        ",
    )
});

/// Ends claims of owners that have not renewed them, removes expired items, and claims items that
/// are due. `ARGV`: now, owner, the number of items to claim, the number of items for each of the
/// other two tasks. Returns `done` and a list of the id and the fields of each item, or `lost` and
/// an empty list.
pub(super) static CLAIM: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        local owner, batch = ARGV[2], tonumber(ARGV[4])
        if not is_owner(owner) then return {'lost', {}} end
        local left = batch
        for _, ended in ipairs(redis.call('ZRANGEBYSCORE', OWNERS, '-inf', ARGV[1], 'LIMIT', 0, batch)) do
            if left > 0 then left = left - end_claims(ended, left) end
        end
        forget_expired(batch)
        local claimed = {}
        for _, id in ipairs(redis.call('ZRANGEBYSCORE', DUE, '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])) do
            if redis.call('EXISTS', item_key(id)) == 1 then
                claim(id, owner)
                claimed[#claimed + 1] = read(id)
            else
                redis.call('ZREM', DUE, id)
            end
        end
        return {'done', claimed}
        ",
    )
});

/// Removes an item, whatever its state, if it has this revision. `ARGV`: now, id, the revision seen.
/// Returns 1 if there was one that had not expired, otherwise 0.
pub(super) static REMOVE: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        local id = ARGV[2]
        local held = redis.call('HMGET', item_key(id), 'state', 'owner', 'lane', 'expires', 'revision')
        if not held[1] or held[5] ~= ARGV[3] then return 0 end
        if held[2] then redis.call('ZREM', claims_key(held[2]), id) end
        redis.call('ZREM', DUE, id)
        redis.call('ZREM', PARKED, id)
        leave_lane(id, held[3], '')
        forget(id)
        return is_expired(held[1], held[4]) and 0 or 1
        ",
    )
});

/// Counts items. `ARGV`: now. Returns the numbers of live, claimed, parked and finished items that
/// have not expired, and when the oldest live item was added (or nothing).
pub(super) static STATS: LazyLock<Script> = LazyLock::new(|| {
    script(
        r"
        local claimed = 0
        for _, owner in ipairs(redis.call('ZRANGE', OWNERS, 0, -1)) do
            claimed = claimed + redis.call('ZCARD', claims_key(owner))
        end
        local oldest = redis.call('ZRANGE', LIVE, 0, 0)[1]
        return {
            tostring(redis.call('ZCARD', LIVE)),
            tostring(claimed),
            tostring(redis.call('ZCARD', PARKED)),
            tostring(redis.call('ZCOUNT', FINISHED, '(' .. ARGV[1], '+inf')),
            oldest and redis.call('HGET', item_key(oldest), 'received'),
        }
        ",
    )
});
