//! Claiming what is due, in all partitions.

use std::sync::atomic::Ordering;

use futures_util::future::join_all;
use tracing::warn;
use weixin_store::{
    Error,
    inbox::{Item, Owner},
};

use super::{
    RedisInbox,
    record::Fields,
    scripts::{self, reply},
};

/// How many claims of other owners one script ends, and how many expired items it removes.
const BATCH: &str = "100";

/// How many items one script claims at most.
const CLAIMED_AT_ONCE: usize = 100;

impl RedisInbox {
    pub(super) async fn claim_due(&self, owner: &Owner, max: usize) -> Result<Vec<Item>, Error> {
        let partitions = self.partitions().await?;
        // Each call begins with another partition, so that none is neglected when there is more to
        // claim than `max`.
        let first = self.first_partition.fetch_add(1, Ordering::Relaxed) % partitions;
        let mut open: Vec<u32> = (first..partitions).chain(0..first).collect();
        let mut claimed = Vec::new();
        let mut failure = None;
        while claimed.len() < max && !open.is_empty() {
            let missing = max - claimed.len();
            let later = open.split_off(missing.min(open.len()));
            let share = (missing / open.len()).min(CLAIMED_AT_ONCE);
            let scripts = open.iter().map(|partition| self.claim_in(*partition, owner, share));
            let results = join_all(scripts).await;
            let mut full = Vec::new();
            for (partition, result) in open.into_iter().zip(results) {
                match result {
                    Ok((items, is_full)) => {
                        claimed.extend(items);
                        full.extend(is_full.then_some(partition));
                    }
                    Err(error) => failure = Some(error),
                }
            }
            open = later;
            open.extend(full);
        }
        match failure {
            Some(error) if claimed.is_empty() => Err(error),
            Some(error) => {
                // What was claimed must be handled.
                warn!(%error, "some partitions of the inbox cannot be read");
                Ok(claimed)
            }
            None => Ok(claimed),
        }
    }

    /// Claims items in one partition. Returns also whether there may be more.
    async fn claim_in(
        &self,
        partition: u32,
        owner: &Owner,
        max: usize,
    ) -> Result<(Vec<Item>, bool), Error> {
        let max_text = max.to_string();
        let arguments = [owner.as_str(), &*max_text, BATCH];
        let now = self.clock.now();
        let (outcome, found): (String, Vec<Fields>) =
            self.run(&scripts::CLAIM, partition, now, &arguments).await?;
        if outcome != reply::DONE {
            return Err(Error::lease_lost());
        }
        let is_full = found.len() >= max;
        let mut items = Vec::with_capacity(found.len());
        for fields in found {
            match self.read_or_park(partition, fields, owner).await {
                Ok(item) => items.extend(item),
                Err(error) => warn!(%error, "a push was claimed and could not be read"),
            }
        }
        Ok((items, is_full))
    }
}
