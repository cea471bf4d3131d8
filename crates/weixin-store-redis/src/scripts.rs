//! The changes, each one script, and so one step.
//!
//! Moments are milliseconds as decimal numbers, versions and fences decimal numbers. Lua counts in
//! floating point, exactly up to 2^53: enough for moments and fences, which grow from the present
//! time, and versions are only compared as text. The time is the caller's: scripts never ask Redis
//! for it. The `PEXPIRE`s only remove what has long been over.

use std::sync::LazyLock;

use redis::Script;

/// Answers of scripts.
pub(crate) mod answer {
    pub(crate) const DONE: &str = "done";
    pub(crate) const CONFLICT: &str = "conflict";
    pub(crate) const LOST: &str = "lost";
    pub(crate) const HELD: &str = "held";
    pub(crate) const COUNTED: &str = "counted";
    pub(crate) const FULL: &str = "full";
}

/// One change of a value.
///
/// `KEYS`: the value, the lease. `ARGV`: now, condition (`always`, `absent`, or a version), owner
/// and fence of the lease (or empty), `put` or `delete`, then for a put: value, version, expiry
/// (or empty), milliseconds until Redis may remove it (or empty), and last of all the channel and
/// what to say there.
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

/// Counts once more, if it may. `KEYS`: the count, a sorted set of times. `ARGV`: now, limit,
/// window, a name for this time, milliseconds until Redis may remove it. Answers `counted` and how
/// often, or `full` and when the oldest was that must leave.
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
/// forget it. Answers `done` and the fence, or `held` and until when.
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

/// Prolongs a lease. `KEYS`: the lease. `ARGV`: owner, fence, until, milliseconds until Redis may
/// forget it.
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

/// Gives a lease back; its fence stays. `KEYS`: the lease. `ARGV`: owner, fence.
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
