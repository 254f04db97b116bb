/** LoyaltyHub as a system of recipients and lists for Audience Bridge. */
package com.example.loyaltyhub;
