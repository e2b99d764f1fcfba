// SPDX-License-Identifier: EUPL-1.2
//! The pages: each reads a form into domain types, calls one use case and shows the result.

pub(crate) mod access;
pub(crate) mod agreement;
pub(crate) mod concern;
pub(crate) mod controller;
pub(crate) mod draft;
pub(crate) mod duty;
pub(crate) mod inbox;
pub(crate) mod kommune;
pub(crate) mod leader;
pub(crate) mod log;
pub(crate) mod login;
pub(crate) mod notification;
pub(crate) mod own;
pub(crate) mod own_access;
pub(crate) mod pathway;
pub(crate) mod person;
pub(crate) mod placed;
pub(crate) mod places;
pub(crate) mod problem;
pub(crate) mod receipt;
pub(crate) mod referral;
pub(crate) mod search;
pub(crate) mod staff;
pub(crate) mod tasks;
pub(crate) mod work;
