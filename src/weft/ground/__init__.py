"""Areas of every vintage, postcodes, calendars, and the ledger of data sets."""
