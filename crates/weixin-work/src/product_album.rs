//! Products that members show in chats (管理商品图册). `/cgi-bin/externalcontact/*product_album*`

use weixin_api::{Paged, Timestamp, endpoint, group};
use weixin_protocol::MediaId;

group! {
    /// Products that members show in chats (商品图册).
    product_albums: [AddProductAlbum, GetProductAlbum, GetProductAlbums, UpdateProductAlbum, DeleteProductAlbum]
}

/// Makes a product.
#[endpoint(POST "/cgi-bin/externalcontact/add_product_album", title = "创建商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), reply = AddedProductAlbum, call = product_albums.add)]
pub struct AddProductAlbum {
    /// What it is: up to 300 characters.
    pub description: String,
    /// What it costs, in fen (0.01 yuan): up to 5 million yuan.
    pub price: u64,
    /// The corporation's own number of it: up to 128 characters.
    pub product_sn: Option<String>,
    /// The pictures: up to 9.
    pub attachments: Vec<ProductAttachment>,
}

/// What is attached to a product.
#[endpoint(part)]
pub struct ProductAttachment {
    /// What it is: `image`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The picture.
    pub image: Option<ProductImage>,
}

impl ProductAttachment {
    /// A picture, uploaded for products: `upload_attachment`.
    pub fn of_image(media_id: impl Into<MediaId>) -> Self {
        Self::new("image").image(ProductImage::new(media_id))
    }
}

/// A picture of a product.
#[endpoint(part)]
pub struct ProductImage {
    /// The picture.
    pub media_id: MediaId,
}

/// A product that was made.
#[endpoint(part, reply_to(AddProductAlbum))]
pub struct AddedProductAlbum {
    /// The product.
    pub product_id: String,
}

/// Gives a product.
#[endpoint(POST "/cgi-bin/externalcontact/get_product_album", title = "获取商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, reply = ProductAlbumDetail, call = product_albums.get)]
pub struct GetProductAlbum {
    /// The product.
    pub product_id: String,
}

/// A product, as [`GetProductAlbum`] answers it.
#[endpoint(part, reply_to(GetProductAlbum))]
pub struct ProductAlbumDetail {
    /// The product.
    pub product: ProductAlbum,
}

/// A product.
#[endpoint(part)]
pub struct ProductAlbum {
    /// Its id.
    pub product_id: String,
    /// What it is.
    pub description: Option<String>,
    /// What it costs, in fen (0.01 yuan).
    pub price: Option<u64>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// The corporation's own number of it.
    pub product_sn: Option<String>,
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ProductAttachment>,
}

/// Gives the products, up to 100 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_product_album_list", title = "获取商品图册列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, reply = ProductAlbumList, call = product_albums.list)]
pub struct GetProductAlbums {
    /// Where to go on: [`ProductAlbumList::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 50 if left out, up to 100.
    pub limit: Option<u32>,
}

/// Products.
#[endpoint(part, reply_to(GetProductAlbums))]
#[derive(Default)]
pub struct ProductAlbumList {
    /// The products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_list: Vec<ProductAlbum>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetProductAlbums {
    type Item = ProductAlbum;
    fn split_page(self, page: ProductAlbumList) -> (Vec<ProductAlbum>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.product_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Changes a product. What is left out stays.
#[endpoint(POST "/cgi-bin/externalcontact/update_product_album", title = "编辑商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, call = product_albums.update)]
pub struct UpdateProductAlbum {
    /// The product.
    pub product_id: String,
    /// What it is: up to 300 characters.
    pub description: Option<String>,
    /// What it costs, in fen (0.01 yuan).
    pub price: Option<u64>,
    /// The corporation's own number of it: up to 128 characters.
    pub product_sn: Option<String>,
    /// The pictures, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ProductAttachment>,
}

/// Deletes a product.
#[endpoint(POST "/cgi-bin/externalcontact/delete_product_album", title = "删除商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, call = product_albums.delete)]
pub struct DeleteProductAlbum {
    /// The product.
    pub product_id: String,
}
