//! The API calls of an account today.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;

use super::QuotaExceeded;
use crate::QuotaRules;

/// Quotas are counted by days in Beijing: UTC+8.
pub(super) const BEIJING: Duration = Duration::from_secs(8 * 60 * 60);

/// The calls of one day, by path.
#[derive(Debug, Default)]
pub(crate) struct CallCounts {
    day: u64,
    counts: HashMap<String, u32>,
}

impl CallCounts {
    /// Counts a call of an endpoint with a quota. Fails if the quota is exhausted.
    pub(crate) fn count(
        &mut self,
        path: &str,
        rules: &QuotaRules,
        now: Timestamp,
    ) -> Result<(), QuotaExceeded> {
        let Some(limit) = rules.daily.get(path) else { return Ok(()) };
        self.start_day(now);
        let count = self.counts.entry(path.to_owned()).or_default();
        if *count >= *limit {
            return Err(QuotaExceeded);
        }
        *count += 1;
        Ok(())
    }

    /// The number of calls of an endpoint today.
    pub(crate) fn today(&mut self, path: &str, now: Timestamp) -> u32 {
        self.start_day(now);
        self.counts.get(path).copied().unwrap_or_default()
    }

    /// Resets the count of one endpoint (`None`: of all).
    pub(crate) fn clear(&mut self, path: Option<&str>) {
        match path {
            Some(path) => drop(self.counts.remove(path)),
            None => self.counts.clear(),
        }
    }

    fn start_day(&mut self, now: Timestamp) {
        let day = (now + BEIJING).as_secs() / (24 * 60 * 60);
        if day != self.day {
            *self = Self { day, counts: HashMap::new() };
        }
    }
}
