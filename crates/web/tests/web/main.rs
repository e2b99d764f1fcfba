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
mod directory;
mod door;
mod family;
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
mod staff;
mod withheld;
