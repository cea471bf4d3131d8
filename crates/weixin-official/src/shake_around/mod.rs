//! Pages that users find by shaking their phone near a beacon (摇一摇周边). `/shakearound/*`
//!
//! The platform no longer offers this to new accounts.

mod beacon;
mod event;
mod page;
mod shake;

use weixin_api::{Call, Caller, group};

pub use self::{beacon::*, event::*, page::*, shake::*};

group! {
    /// Pages that users find by shaking near a beacon (摇一摇周边).
    shake_around: [
        ApplyBeacons, GetBeaconApplication, UpdateBeacon, SetBeaconStore, SearchBeacons,
        AddShakePage, UpdateShakePage, SearchShakePages, DeleteShakePage, UploadShakePicture,
        SetBeaconPages, SearchBeaconPages, GetShakeInfo, GetBeaconStatistics,
        GetShakePageStatistics,
    ]
}

weixin_protocol::messages![UserShake];

impl<'c, C: Caller + ?Sized> ShakeAroundHandle<'c, C> {
    /// Returns all beacons, a page of 50 when awaited; see [`SearchBeacons`].
    pub fn beacons(&self) -> Call<'c, C, SearchBeacons> {
        let all = SearchBeacons::new(BeaconQuery::All).last_seen(BeaconId::new(0)).count(50);
        Call::new(self.caller, all)
    }

    /// Returns all pages, 50 of them when awaited; see [`SearchShakePages`].
    pub fn shake_pages(&self) -> Call<'c, C, SearchShakePages> {
        let all = SearchShakePages::new(ShakePageQuery::All).begin(0).count(50);
        Call::new(self.caller, all)
    }

    /// Returns the pages of a beacon; see [`SearchBeaconPages`].
    pub fn pages_of(&self, beacon: impl Into<BeaconName>) -> Call<'c, C, SearchBeaconPages> {
        let query = BeaconPageQuery::PagesOfBeacon;
        Call::new(self.caller, SearchBeaconPages::new(query).device_identifier(beacon))
    }

    /// Returns the first 50 beacons that have a page; see [`SearchBeaconPages`].
    pub fn beacons_of(&self, page_id: impl Into<ShakePageId>) -> Call<'c, C, SearchBeaconPages> {
        let search = SearchBeaconPages::new(BeaconPageQuery::BeaconsOfPage);
        Call::new(self.caller, search.page_id(page_id).begin(0).count(50))
    }
}
