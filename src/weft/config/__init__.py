"""How is the house put together: settings, addresses, the door to the server?"""
