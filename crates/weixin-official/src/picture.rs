//! Pictures for image processing and text recognition.

use weixin_api::{FilePart, endpoint};

/// A picture that the platform is to look at: a file, up to 2 MB, or an address it can load.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Picture {
    /// A file.
    File(FilePart),
    /// An address.
    Url(String),
}

impl From<FilePart> for Picture {
    fn from(file: FilePart) -> Self {
        Self::File(file)
    }
}

impl From<String> for Picture {
    fn from(url: String) -> Self {
        Self::Url(url)
    }
}

impl From<&str> for Picture {
    fn from(url: &str) -> Self {
        Self::Url(url.to_owned())
    }
}

/// Returns requests about a picture the constructor `of`. A macro because they differ in their names only.
macro_rules! of_a_picture {
    ($($request:ident)+) => { $(
        impl $request {
            /// About this picture: a file, or an address.
            pub fn of(picture: impl Into<$crate::picture::Picture>) -> Self {
                match picture.into() {
                    $crate::picture::Picture::File(file) => Self::new().img(file),
                    $crate::picture::Picture::Url(url) => Self::new().img_url(url),
                }
            }
        }
    )+ };
}

pub(crate) use of_a_picture;

/// How large a picture is.
#[endpoint(part)]
pub struct ImageSize {
    /// The width, in pixels.
    pub w: f64,
    /// The height, in pixels.
    pub h: f64,
}

/// A point of a picture, in pixels from the upper left corner.
#[endpoint(part)]
pub struct ImagePoint {
    /// The distance from the left edge.
    pub x: f64,
    /// The distance from the upper edge.
    pub y: f64,
}

/// The four corners of something in a picture.
#[endpoint(part)]
pub struct ImageCorners {
    /// The upper left corner.
    pub left_top: Option<ImagePoint>,
    /// The upper right corner.
    pub right_top: Option<ImagePoint>,
    /// The lower right corner.
    pub right_bottom: Option<ImagePoint>,
    /// The lower left corner.
    pub left_bottom: Option<ImagePoint>,
}
