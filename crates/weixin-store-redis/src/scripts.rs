//! The changes, each an atomic Lua script. Timestamps are decimal milliseconds, versions and fences
//! are decimal numbers. Lua numbers are floating point, exact up to 2^53: enough for timestamps and
//! for fences, which are close to timestamps; versions are only compared as text. The current time
//! is passed by the caller; scripts never use the clock of Redis. `PEXPIRE` only removes data that
//! expired long ago.

use std::sync::LazyLock;

use redis::Script;

/// The results of scripts.
pub(crate) mod reply {
    pub(crate) const DONE: &str = "done";
    pub(crate) const CONFLICT: &str = "conflict";
    pub(crate) const LOST: &str = "lost";
    pub(crate) const HELD: &str = "held";
    pub(crate) const COUNTED: &str = "counted";
    pub(crate) const FULL: &str = "full";
}

/// Writes or removes a value.
///
/// `KEYS`: the value, the lease. `ARGV`: now, condition (`always`, `absent`, or a version), owner
/// and fence of the lease (or empty), `put` or `delete`, then for a put: value, version, expiry (or
/// empty), milliseconds until Redis may remove it (or empty), and finally the channel and the
/// message to publish.
pub(crate) static WRITE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local now, condition, owner, fence, change = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
        if owner ~= '' then
            local held = redis.call('HMGET', KEYS[2], 'owner', 'fence')
            if held[1] ~= owner or held[2] ~= fence then return 'lost' end
        end
        if condition ~= 'always' then
            local present = redis.call('HMGET', KEYS[1], 'version', 'expires')
            local version = present[1]
            if version and present[2] and tonumber(present[2]) <= tonumber(now) then
                version = false
            end
            if condition == 'absent' then
                if version then return 'conflict' end
            elseif version ~= condition then
                return 'conflict'
            end
        end
        redis.call('DEL', KEYS[1])
        if change == 'put' then
            redis.call('HSET', KEYS[1], 'value', ARGV[6], 'version', ARGV[7])
            if ARGV[8] ~= '' then
                redis.call('HSET', KEYS[1], 'expires', ARGV[8])
                redis.call('PEXPIRE', KEYS[1], ARGV[9])
            end
        end
        redis.call('PUBLISH', ARGV[10], ARGV[11])
        return 'done'
        ",
    )
});

/// Counts an event, if the limit allows it. `KEYS`: the count, a sorted set of times. `ARGV`: now,
/// limit, window, a unique name of this event, milliseconds until Redis may remove the set. Returns
/// `counted` and the number of events, or `full` and the time of the event that has to leave the
/// window first.
pub(crate) static COUNT: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local now, limit, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - window))
        local happened = redis.call('ZCARD', KEYS[1])
        if happened < limit then
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[4])
            redis.call('PEXPIRE', KEYS[1], ARGV[5])
            return {'counted', tostring(happened + 1)}
        end
        local leaves = happened - limit
        local oldest = redis.call('ZRANGE', KEYS[1], leaves, leaves, 'WITHSCORES')
        return {'full', oldest[2] or ARGV[1]}
        ",
    )
});

/// Grants a lease. `KEYS`: the lease. `ARGV`: now, until, owner, milliseconds until Redis may
/// remove it. Returns `done` and the fence, or `held` and its end.
pub(crate) static LEASE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local now = tonumber(ARGV[1])
        local last = redis.call('HMGET', KEYS[1], 'owner', 'fence', 'until')
        if last[1] and last[1] ~= '' and now < tonumber(last[3]) then
            return {'held', last[3]}
        end
        local fence = now
        if last[2] and tonumber(last[2]) >= fence then fence = tonumber(last[2]) + 1 end
        fence = string.format('%.0f', fence)
        redis.call('HSET', KEYS[1], 'owner', ARGV[3], 'fence', fence, 'until', ARGV[2])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return {'done', fence}
        ",
    )
});

/// Extends a lease. `KEYS`: the lease. `ARGV`: owner, fence, until, milliseconds until Redis may
/// remove it.
pub(crate) static RENEW: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local held = redis.call('HMGET', KEYS[1], 'owner', 'fence')
        if held[1] ~= ARGV[1] or held[2] ~= ARGV[2] then return 'lost' end
        redis.call('HSET', KEYS[1], 'until', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 'done'
        ",
    )
});

/// Releases a lease; its fence is kept. `KEYS`: the lease. `ARGV`: owner, fence.
pub(crate) static RELEASE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        r"
        local held = redis.call('HMGET', KEYS[1], 'owner', 'fence')
        if held[1] ~= ARGV[1] or held[2] ~= ARGV[2] then return 'lost' end
        redis.call('HSET', KEYS[1], 'owner', '')
        return 'done'
        ",
    )
});
