/** Nothing is exported from here. */
