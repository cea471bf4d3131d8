//! Tags of followers.

use weixin_official::{ids::TagId, tag::Tag};

use super::{AccountState, PersonState};

/// The predefined tag of every account: 星标组.
const STARRED: TagId = TagId::new(2);

/// The id of the first tag that an account creates.
const FIRST: u64 = 100;

/// The tags of an account.
#[derive(Debug)]
pub(crate) struct Tags {
    named: Vec<(TagId, String)>,
    next: u64,
}

impl Default for Tags {
    fn default() -> Self {
        Self { named: vec![(STARRED, "星标组".to_owned())], next: FIRST }
    }
}

impl Tags {
    /// The number of tags that the account created itself.
    pub(crate) fn own(&self) -> usize {
        self.named.iter().filter(|(id, _)| !Self::is_predefined(*id)).count()
    }

    /// Whether a tag is predefined: 0, 1 and 2 are.
    pub(crate) fn is_predefined(id: TagId) -> bool {
        id <= STARRED
    }

    /// Whether the tag exists.
    pub(crate) fn has(&self, id: TagId) -> bool {
        self.named.iter().any(|(known, _)| *known == id)
    }

    /// The tag with this name.
    pub(crate) fn named(&self, name: &str) -> Option<TagId> {
        self.named.iter().find(|(_, known)| known == name).map(|(id, _)| *id)
    }

    /// Creates a tag.
    pub(crate) fn add(&mut self, name: String) -> TagId {
        let id = TagId::new(self.next);
        self.next += 1;
        self.named.push((id, name));
        id
    }

    /// Renames a tag. Returns `false` if it does not exist.
    pub(crate) fn rename(&mut self, id: TagId, name: String) -> bool {
        match self.named.iter_mut().find(|(known, _)| *known == id) {
            Some((_, old)) => {
                *old = name;
                true
            }
            None => false,
        }
    }

    /// Deletes a tag. Returns `false` if it does not exist.
    pub(crate) fn remove(&mut self, id: TagId) -> bool {
        let before = self.named.len();
        self.named.retain(|(known, _)| *known != id);
        self.named.len() < before
    }
}

impl AccountState {
    /// The tags of the account, each with the number of followers among `people` who have it.
    pub(crate) fn counted_tags<'p>(
        &self,
        people: impl Iterator<Item = &'p PersonState> + Clone,
    ) -> Vec<Tag> {
        let count = |id: TagId| {
            people.clone().filter(|person| person.following && person.tags.contains(&id)).count()
        };
        let named = self.tags.named.iter();
        named.map(|(id, name)| Tag::new(*id, name.as_str()).count(count(*id) as u64)).collect()
    }
}
