// SPDX-License-Identifier: EUPL-1.2
//! What each page shows, as plain data, and the components pages are made of.
//!
//! A handler fills one view struct and calls [`Page::html`] with a [`frame::Frame`]. Views hold
//! text that is ready to be read (dates and durations are formatted by [`crate::text`]); they know no
//! domain type, no clock and no store. Every form view documents its field names.

pub mod access;
pub mod actors;
pub mod agreement;
pub mod checkups;
pub mod child;
pub mod child_plan;
pub mod concern;
pub mod consent;
pub mod controller;
pub mod development;
pub mod duty;
pub mod form;
pub mod frame;
pub mod help;
pub mod inbox;
mod labels;
pub mod leader;
pub mod log;
pub mod login;
pub mod own;
pub mod parts;
pub mod pathway;
pub mod placement;
pub mod places;
pub mod plain;
pub mod signs;
pub mod staff;
pub mod tasks;
pub mod thread;
pub mod timeline;
pub mod told;
pub mod treatment;
pub mod work;

use frame::Frame;

/// A view that is a whole page.
pub trait Page {
    /// The finished page.
    ///
    /// # Errors
    /// Only when writing to the string fails, which askama reports as an error.
    fn html(&self, frame: &Frame) -> askama::Result<String>;
}

/// Binds a view struct to its template: the template sees `frame`, `t` (texts) and `v` (the view).
macro_rules! page {
    ($view:ty, $path:tt) => {
        const _: () = {
            #[derive(askama::Template)]
            #[template(path = $path)]
            struct Html<'a> {
                frame: &'a crate::view::frame::Frame,
                t: crate::text::T,
                v: &'a $view,
            }
            impl crate::view::Page for $view {
                fn html(&self, frame: &crate::view::frame::Frame) -> askama::Result<String> {
                    askama::Template::render(&Html {
                        frame,
                        t: frame.t,
                        v: self,
                    })
                }
            }
        };
    };
}
pub(crate) use page;
