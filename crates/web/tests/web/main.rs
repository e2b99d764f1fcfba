// SPDX-License-Identifier: EUPL-1.2
//! The pages as a browser meets them: the real router over a real database, asked request by request.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod agreement;
mod birth;
mod browser;
mod bytes;
mod checkups;
mod development;
mod directory;
mod door;
mod family;
mod feed;
mod forms;
mod leader;
mod logging;
mod login;
mod meetings;
mod minor;
mod outage;
mod outsider;
mod pathway;
mod placed;
mod router;
mod signs;
mod staff;
mod thread;
mod withheld;
