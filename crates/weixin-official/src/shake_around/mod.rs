//! Pages that people find by shaking their phone near a beacon (摇一摇周边). `/shakearound/*`
//!
//! The platform does not offer it to new accounts any more.

mod beacon;
mod event;
mod page;
mod shake;

use weixin_api::{Call, Caller, FilePart, On, Timestamp, endpoints};

pub use self::{beacon::*, event::*, page::*, shake::*};

endpoints![
    ApplyBeacons,
    GetBeaconApplication,
    UpdateBeacon,
    SetBeaconStore,
    SearchBeacons,
    AddShakePage,
    UpdateShakePage,
    SearchShakePages,
    DeleteShakePage,
    UploadShakePicture,
    SetBeaconPages,
    SearchBeaconPages,
    GetShakeInfo,
    GetBeaconStatistics,
    GetShakePageStatistics
];

weixin_protocol::messages![UserShake];

/// The group as a client has it: `wx.shake_around()`.
#[derive(Debug)]
pub struct ShakeAround<'c, C: ?Sized>(&'c C);

/// Gives a client `shake_around()`.
pub trait ShakeAroundApi: Caller {
    /// Pages that people find by shaking near a beacon (摇一摇周边).
    fn shake_around(&self) -> ShakeAround<'_, Self> {
        ShakeAround(self)
    }
}

impl<C: Caller + ?Sized> ShakeAroundApi for C where ApplyBeacons: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> ShakeAround<'c, C> {
    /// Asks for numbers for beacons; see [`ApplyBeacons`].
    pub fn apply(
        &self,
        quantity: u32,
        apply_reason: impl Into<String>,
    ) -> Call<'c, C, ApplyBeacons> {
        Call::new(self.0, ApplyBeacons::new(quantity, apply_reason))
    }

    /// Says what became of an application; see [`GetBeaconApplication`].
    pub fn application(&self, apply_id: u64) -> Call<'c, C, GetBeaconApplication> {
        Call::new(self.0, GetBeaconApplication::new(apply_id))
    }

    /// Changes the remark on a beacon; see [`UpdateBeacon`].
    pub fn update(
        &self,
        device_identifier: impl Into<BeaconName>,
        comment: impl Into<String>,
    ) -> Call<'c, C, UpdateBeacon> {
        Call::new(self.0, UpdateBeacon::new(device_identifier, comment))
    }

    /// Says in which store a beacon is; see [`SetBeaconStore`].
    pub fn set_store(
        &self,
        device_identifier: impl Into<BeaconName>,
        poi_id: i64,
    ) -> Call<'c, C, SetBeaconStore> {
        Call::new(self.0, SetBeaconStore::new(device_identifier, poi_id))
    }

    /// Makes a page that people find by shaking; see [`AddShakePage`].
    pub fn add_page(
        &self,
        title: impl Into<String>,
        description: impl Into<String>,
        page_url: impl Into<String>,
        icon_url: impl Into<String>,
    ) -> Call<'c, C, AddShakePage> {
        Call::new(self.0, AddShakePage::new(title, description, page_url, icon_url))
    }

    /// Changes a page that people find by shaking; see [`UpdateShakePage`].
    pub fn update_page(
        &self,
        page_id: u64,
        title: impl Into<String>,
        description: impl Into<String>,
        page_url: impl Into<String>,
        icon_url: impl Into<String>,
    ) -> Call<'c, C, UpdateShakePage> {
        Call::new(self.0, UpdateShakePage::new(page_id, title, description, page_url, icon_url))
    }

    /// Deletes a page that no beacon has; see [`DeleteShakePage`].
    pub fn delete_page(&self, page_id: u64) -> Call<'c, C, DeleteShakePage> {
        Call::new(self.0, DeleteShakePage::new(page_id))
    }

    /// Uploads a picture for a page; see [`UploadShakePicture`].
    pub fn upload_picture(&self, media: impl Into<FilePart>) -> Call<'c, C, UploadShakePicture> {
        Call::new(self.0, UploadShakePicture::new(media))
    }

    /// Says which pages a beacon has, up to 30; see [`SetBeaconPages`].
    pub fn set_pages(
        &self,
        device_identifier: impl Into<BeaconName>,
        page_ids: impl Into<Vec<u64>>,
    ) -> Call<'c, C, SetBeaconPages> {
        Call::new(self.0, SetBeaconPages::new(device_identifier, page_ids))
    }

    /// Tells who shook, and near which beacon; see [`GetShakeInfo`].
    pub fn shake(&self, ticket: impl Into<String>) -> Call<'c, C, GetShakeInfo> {
        Call::new(self.0, GetShakeInfo::new(ticket))
    }

    /// Says how often people shook near a beacon; see [`GetBeaconStatistics`].
    pub fn beacon_statistics(
        &self,
        device_identifier: impl Into<BeaconName>,
        begin_date: impl Into<Timestamp>,
        end_date: impl Into<Timestamp>,
    ) -> Call<'c, C, GetBeaconStatistics> {
        Call::new(self.0, GetBeaconStatistics::new(device_identifier, begin_date, end_date))
    }

    /// Says how often people found a page; see [`GetShakePageStatistics`].
    pub fn page_statistics(
        &self,
        page_id: u64,
        begin_date: impl Into<Timestamp>,
        end_date: impl Into<Timestamp>,
    ) -> Call<'c, C, GetShakePageStatistics> {
        Call::new(self.0, GetShakePageStatistics::new(page_id, begin_date, end_date))
    }

    /// All beacons, a page of 50 when awaited; see [`SearchBeacons`].
    pub fn beacons(&self) -> Call<'c, C, SearchBeacons> {
        let all = SearchBeacons::new(BeaconQuery::All).last_seen(0).count(50);
        Call::new(self.0, all)
    }

    /// All pages, 50 of them when awaited; see [`SearchShakePages`].
    pub fn shake_pages(&self) -> Call<'c, C, SearchShakePages> {
        let all = SearchShakePages::new(ShakePageQuery::All).begin(0).count(50);
        Call::new(self.0, all)
    }

    /// The pages of a beacon; see [`SearchBeaconPages`].
    pub fn pages_of(&self, beacon: impl Into<BeaconName>) -> Call<'c, C, SearchBeaconPages> {
        let query = BeaconPageQuery::PagesOfBeacon;
        Call::new(self.0, SearchBeaconPages::new(query).device_identifier(beacon))
    }

    /// The first 50 beacons that have a page; see [`SearchBeaconPages`].
    pub fn beacons_of(&self, page_id: u64) -> Call<'c, C, SearchBeaconPages> {
        let search = SearchBeaconPages::new(BeaconPageQuery::BeaconsOfPage);
        Call::new(self.0, search.page_id(page_id).begin(0).count(50))
    }
}
