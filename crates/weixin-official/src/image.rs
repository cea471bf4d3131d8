//! Working on pictures (图像处理): cropping, codes, enlarging. `/cv/img/*`

use weixin_api::{Call, Caller, FilePart, endpoint, group};
use weixin_protocol::MediaId;

use crate::picture::of_a_picture;
pub use crate::picture::{ImageCorners, ImagePoint, ImageSize, Picture};

group! {
    /// Working on pictures (图像处理).
    images: [CropImage, ScanImage, EnlargeImage]
}

of_a_picture! { CropImage ScanImage EnlargeImage }

/// Says how a picture is best cropped.
#[endpoint(POST "/cv/img/aicrop", title = "图片智能裁剪",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html#%E5%9B%9B%E3%80%81%E5%9B%BE%E7%89%87%E6%99%BA%E8%83%BD%E8%A3%81%E5%89%AA%E6%8E%A5%E5%8F%A3",
    scope(official, mini), reply = ImageCrops, call = "wx.images().crop(picture)")]
pub struct CropImage {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
    /// The ratios of width to height that are wanted, up to five, as in `1,2.35`; the best one if
    /// left out.
    #[part]
    pub ratios: Option<String>,
}

/// How a picture is best cropped.
#[endpoint(part, reply_to(CropImage))]
pub struct ImageCrops {
    /// The ways, one for each ratio.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<ImageCrop>,
    /// How large the picture is.
    pub img_size: Option<ImageSize>,
}

/// A part of a picture.
#[endpoint(part)]
pub struct ImageCrop {
    /// Where it begins, from the left, in pixels.
    pub crop_left: f64,
    /// Where it begins, from above.
    pub crop_top: f64,
    /// Where it ends, from the left.
    pub crop_right: f64,
    /// Where it ends, from above.
    pub crop_bottom: f64,
}

/// Reads the QR codes and bar codes on a picture.
#[endpoint(POST "/cv/img/qrcode", title = "二维码/条码识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html#%E4%BA%8C%E3%80%81%E4%BA%8C%E7%BB%B4%E7%A0%81-%E6%9D%A1%E7%A0%81%E8%AF%86%E5%88%AB%E6%8E%A5%E5%8F%A3",
    scope(official, mini), reply = ImageCodes, call = "wx.images().scan(picture)")]
pub struct ScanImage {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// The codes on a picture.
#[endpoint(part, reply_to(ScanImage))]
pub struct ImageCodes {
    /// The codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_results: Vec<ImageCode>,
    /// How large the picture is.
    pub img_size: Option<ImageSize>,
}

/// A code on a picture.
#[endpoint(part)]
pub struct ImageCode {
    /// What it is, such as `QR_CODE`, `EAN_13` or `CODE_128`.
    pub type_name: String,
    /// What it says.
    pub data: Option<String>,
    /// Where it is, if it is a QR code.
    pub pos: Option<ImageCorners>,
}

/// Makes a picture twice as large, and sharp.
#[endpoint(POST "/cv/img/superresolution", title = "图片高清化",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html#%E4%B8%89%E3%80%81%E5%9B%BE%E7%89%87%E9%AB%98%E6%B8%85%E5%8C%96%E6%8E%A5%E5%8F%A3",
    scope(official, mini), reply = EnlargedImage, call = "wx.images().enlarge(picture)")]
pub struct EnlargeImage {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// A picture that was made larger.
#[endpoint(part, reply_to(EnlargeImage))]
pub struct EnlargedImage {
    /// The file, to be had with [`GetMedia`](crate::media::GetMedia).
    pub media_id: MediaId,
}

impl<'c, C: Caller + ?Sized> ImagesHandle<'c, C> {
    /// How a picture is best cropped; see [`CropImage`].
    pub fn crop(&self, picture: impl Into<Picture>) -> Call<'c, C, CropImage> {
        Call::new(self.caller, CropImage::of(picture))
    }

    /// Reads the codes on a picture; see [`ScanImage`].
    pub fn scan(&self, picture: impl Into<Picture>) -> Call<'c, C, ScanImage> {
        Call::new(self.caller, ScanImage::of(picture))
    }

    /// Makes a picture larger; see [`EnlargeImage`].
    pub fn enlarge(&self, picture: impl Into<Picture>) -> Call<'c, C, EnlargeImage> {
        Call::new(self.caller, EnlargeImage::of(picture))
    }
}
