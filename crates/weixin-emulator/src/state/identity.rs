//! Who a person is beyond one account. People with the same name at several accounts are the same
//! person.

use std::hash::BuildHasher;

use weixin_protocol::{AppId, OpenId, UnionId};
use weixin_work::ids::ExternalUserId;

use super::PlatformState;
use crate::ids::Ids;

impl PlatformState {
    /// The UnionID of a person at an account. `None` if the account is not bound to the emulator's
    /// Open Platform account, or has no such person.
    pub(crate) fn union_id(
        &self,
        account: &AppId,
        person: &(impl AsRef<str> + ?Sized),
    ) -> Option<UnionId> {
        let bound = self.account(account).is_some_and(|account| account.has_union_ids);
        if !bound && self.website(account).is_none() {
            return None;
        }
        let person = self.person(account, person)?;
        let prefix = self.derived_ids("union", "").openid_prefix();
        Some(UnionId::new(self.derived_ids("union", &person.name).openid(&prefix)))
    }

    /// The openid that a corp has for a person who is not a member.
    pub(crate) fn outsider_openid(&self, corp: &AppId, name: &str) -> OpenId {
        let prefix = self.derived_ids(corp.as_str(), "").openid_prefix();
        OpenId::new(self.derived_ids(corp.as_str(), name).openid(&prefix))
    }

    /// The `external_userid` that a corp has for a customer.
    pub(crate) fn customer_id(&self, corp: &AppId, name: &str) -> ExternalUserId {
        ExternalUserId::new(self.derived_ids(corp.as_str(), name).external_userid())
    }

    /// A generator that always yields the same values for the same texts.
    fn derived_ids(&self, owner: &str, name: &str) -> Ids {
        Ids::seeded(self.salt.hash_one((owner, name)))
    }
}
