//! How often an account has called each endpoint today.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;

use super::QuotaExceeded;
use crate::QuotaRules;

/// The day by which quotas are counted: Beijing's, eight hours ahead.
const BEIJING: Duration = Duration::from_secs(8 * 60 * 60);

/// The counts of one day, by path.
#[derive(Debug, Default)]
pub(crate) struct CallCounts {
    day: u64,
    counts: HashMap<String, u32>,
}

impl CallCounts {
    /// Counts a call, if its endpoint has a quota and something is left of it.
    pub(crate) fn count(
        &mut self,
        path: &str,
        rules: &QuotaRules,
        now: Timestamp,
    ) -> Result<(), QuotaExceeded> {
        let Some(limit) = rules.daily.get(path) else { return Ok(()) };
        self.turn(now);
        let count = self.counts.entry(path.to_owned()).or_default();
        if *count >= *limit {
            return Err(QuotaExceeded);
        }
        *count += 1;
        Ok(())
    }

    /// How often an endpoint was called today.
    pub(crate) fn today(&mut self, path: &str, now: Timestamp) -> u32 {
        self.turn(now);
        self.counts.get(path).copied().unwrap_or_default()
    }

    /// Starts the quota of one endpoint anew, or all of them.
    pub(crate) fn clear(&mut self, path: Option<&str>) {
        match path {
            Some(path) => drop(self.counts.remove(path)),
            None => self.counts.clear(),
        }
    }

    fn turn(&mut self, now: Timestamp) {
        let day = (now + BEIJING).as_secs() / (24 * 60 * 60);
        if day != self.day {
            *self = Self { day, counts: HashMap::new() };
        }
    }
}
