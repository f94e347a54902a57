"""In which words and pictures does real choice stand on a page?"""
